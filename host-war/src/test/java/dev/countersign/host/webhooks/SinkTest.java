package dev.countersign.host.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against servers that do not mean well. */
class SinkTest {
  private static final SinkRules OPEN = new SinkRules(true, Set.of());
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int ANSWER_BYTES = 1000;

  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;

  @SuppressWarnings("NullAway.Init") // started before each test
  SinkTest() {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    clock.shutdownNow();
  }

  private Sink sink(SinkRules rules, SinkNames.Lookup lookup) throws Exception {
    return new Sink(
        new SinkNames(rules, lookup), SSLContext.getDefault(), clock, PATIENCE, ANSWER_BYTES);
  }

  private URI url(String path) {
    return URI.create("http://sink.example:" + server.getAddress().getPort() + path);
  }

  private static InetAddress[] loopback(String host) {
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  @Test
  void a_body_arrives_as_it_is_under_the_name_that_was_called() throws Exception {
    server.createContext(
        "/hook",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          var headers = exchange.getRequestHeaders();
          boolean right =
              body.equals("{\"a\":1}")
                  && "application/json".equals(headers.getFirst("Content-Type"))
                  && String.valueOf(headers.getFirst("Host")).startsWith("sink.example:")
                  && "yes".equals(headers.getFirst("X-Here"));
          exchange.sendResponseHeaders(right ? 204 : 400, -1);
          exchange.close();
        });
    try (var sink = sink(OPEN, SinkTest::loopback)) {
      var status = sink.post(url("/hook"), Map.of("X-Here", "yes"), "{\"a\":1}".getBytes(UTF_8));
      assertEquals(204, status);
    }
  }

  @Test
  void a_name_that_answers_otherwise_when_it_is_called_leads_nowhere() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    var strict = new SinkRules(false, Set.of(443));
    var lookups = new AtomicInteger();
    SinkNames.Lookup rebinding =
        host ->
            lookups.incrementAndGet() == 1
                ? new InetAddress[] {HostileUrls.address("93.184.215.14")}
                : loopback(host);
    var names = new SinkNames(strict, rebinding);
    names.resolve("sink.example");
    try (var sink = new Sink(names, SSLContext.getDefault(), clock, PATIENCE, ANSWER_BYTES)) {
      assertThrows(SinkException.class, () -> sink.post(url("/"), Map.of(), new byte[0]));
    }
    assertEquals(2, lookups.get());
    assertEquals(0, asked.get(), "no connection was made");
    // Planted: the same name without the check at the connection.
    try (var sink = sink(OPEN, rebinding)) {
      assertEquals(200, sink.post(url("/"), Map.of(), new byte[0]));
    }
    assertEquals(1, asked.get());
  }

  @Test
  void a_redirect_is_an_answer_and_is_not_followed() throws Exception {
    server.createContext(
        "/from",
        exchange -> {
          exchange.getResponseHeaders().add("Location", url("/to").toString());
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.createContext("/to", exchange -> asked.incrementAndGet());
    try (var sink = sink(OPEN, SinkTest::loopback)) {
      assertEquals(307, sink.post(url("/from"), Map.of(), new byte[0]));
    }
    assertEquals(0, asked.get());
  }

  @Test
  void of_an_endless_answer_only_the_beginning_is_read() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            while (true) {
              out.write(new byte[8192]);
              asked.incrementAndGet();
            }
          }
        });
    long begun = System.nanoTime();
    try (var sink = sink(OPEN, SinkTest::loopback)) {
      assertEquals(200, sink.post(url("/"), Map.of(), new byte[0]));
    }
    assertTrue(System.nanoTime() - begun < PATIENCE.toNanos() * 5);
    int then = asked.get();
    Thread.sleep(300);
    assertTrue(asked.get() - then < 200, "the connection was given up");
  }

  @Test
  void a_sink_that_answers_one_byte_at_a_time_is_given_up_in_time() throws Exception {
    try (var slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var sink = sink(OPEN, SinkTest::loopback)) {
      var dripping = new Thread(() -> drip(slow));
      dripping.setDaemon(true);
      dripping.start();
      var url = URI.create("http://sink.example:" + slow.getLocalPort() + "/");
      long begun = System.nanoTime();
      assertThrows(IOException.class, () -> sink.post(url, Map.of(), new byte[0]));
      assertTrue(System.nanoTime() - begun < PATIENCE.toNanos() * 10);
    }
  }

  private static void drip(ServerSocket slow) {
    try (var socket = slow.accept()) {
      var out = socket.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
      for (int i = 0; i < 1000; i++) {
        out.write(("X-H" + i + ": 1\r\n").getBytes(UTF_8));
        out.flush();
        Thread.sleep(200);
      }
    } catch (IOException e) {
      // given up by the client, as it should be
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
