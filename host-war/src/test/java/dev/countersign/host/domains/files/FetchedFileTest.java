package dev.countersign.host.domains.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.host.domains.lists.DomainList;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list fetched from a real server: changed, unchanged, wrong, gone. */
class FetchedFileTest {
  private static final Duration REFRESH = Duration.ofDays(1);
  private static final Duration USABLE = Duration.ofDays(14);
  private static final Duration PATIENT = Duration.ofMinutes(1);
  // A right answer that comes too late for it would be no more than another failure.
  private static final Duration IMPATIENT = Duration.ofMillis(500);

  enum Answer {
    RIGHT,
    NOT_FOUND,
    SERVER_ERROR,
    TOO_LONG,
    A_PAGE,
    SILENCE,
    A_BYTE_NOW_AND_THEN,
    CUT_OFF
  }

  @TempDir Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final List<String> asked = new ArrayList<>();
  private volatile Answer answer = Answer.RIGHT;
  private volatile String content = "one.example\n";
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private FetchedFile<DomainList> file() {
    return file(PATIENT);
  }

  private FetchedFile<DomainList> file(Duration timeout) {
    var policy = new FetchPolicy(1000, timeout, REFRESH, USABLE, Duration.ofMinutes(5));
    var source = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/list");
    var file = new FetchedFile<>(source, folder, DomainList::read, policy, now::get);
    file.refresh().join();
    return file;
  }

  private void later(Duration span) {
    now.updateAndGet(time -> time.plus(span));
  }

  private static boolean lists(FetchedFile<DomainList> file, String domain) throws IOException {
    return file.value().contains(domain);
  }

  private synchronized void answer(HttpExchange call) throws IOException {
    try (call) {
      String tag = "\"" + content.hashCode() + "\"";
      asked.add(String.valueOf(call.getRequestHeaders().getFirst("If-None-Match")));
      call.getResponseHeaders().set("ETag", tag);
      switch (answer) {
        case RIGHT -> {
          boolean same = tag.equals(call.getRequestHeaders().getFirst("If-None-Match"));
          send(call, same ? 304 : 200, same ? "" : content);
        }
        case NOT_FOUND -> send(call, 404, content);
        case SERVER_ERROR -> send(call, 500, content);
        case TOO_LONG -> send(call, 200, "bad.example\n".repeat(100));
        case A_PAGE -> send(call, 200, "<!doctype html><title>Log in</title>");
        case SILENCE -> pause(20_000);
        case A_BYTE_NOW_AND_THEN -> {
          call.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) {
            call.getResponseBody().write('a');
            call.getResponseBody().flush();
            pause(100);
          }
        }
        case CUT_OFF -> {
          call.sendResponseHeaders(200, 500);
          call.getResponseBody().write("bad.exam".getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private static void send(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    call.getResponseBody().write(bytes);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void what_is_fetched_serves_and_is_asked_for_again_when_it_is_old() throws IOException {
    var file = file();
    assertEquals(true, lists(file, "one.example"));
    content = "two.example\n";
    later(REFRESH);
    file.refresh().join();
    assertEquals(true, lists(file, "two.example"));
    assertEquals(false, lists(file, "one.example"));
  }

  @Test
  void what_has_not_changed_is_not_sent_again() throws IOException {
    var file = file();
    later(USABLE);
    file.refresh().join();
    assertEquals(true, lists(file, "one.example"));
    assertEquals("\"" + content.hashCode() + "\"", asked.getLast());
  }

  @ParameterizedTest
  @EnumSource(value = Answer.class, names = "RIGHT", mode = EnumSource.Mode.EXCLUDE)
  void a_server_that_goes_wrong_leaves_the_last_copy_until_it_is_too_old(Answer wrong)
      throws IOException {
    file();
    answer = wrong;
    later(USABLE.minusMillis(1));
    var file = file(IMPATIENT);
    assertEquals(true, lists(file, "one.example"));
    assertEquals(false, lists(file, "bad.example"));
    later(Duration.ofMillis(1));
    assertThrows(IOException.class, file::value);
  }

  @ParameterizedTest
  @EnumSource(value = Answer.class, names = "RIGHT", mode = EnumSource.Mode.EXCLUDE)
  void without_a_copy_nobody_knows(Answer wrong) {
    answer = wrong;
    assertThrows(IOException.class, file(IMPATIENT)::value);
  }

  @Test
  void the_copy_outlives_a_restart() throws IOException {
    file();
    answer = Answer.SERVER_ERROR;
    later(REFRESH);
    assertEquals(true, lists(file(), "one.example"));
    later(USABLE);
    assertThrows(IOException.class, file()::value);
  }

  @Test
  void a_copy_that_cannot_be_read_is_fetched_anew_though_the_server_has_not_changed_it()
      throws IOException {
    file();
    try (var kept = java.nio.file.Files.list(folder)) {
      for (Path each : kept.filter(path -> !path.toString().endsWith(".notes")).toList()) {
        java.nio.file.Files.writeString(each, "<spoiled>");
      }
    }
    assertEquals(true, lists(file(), "one.example"));
  }
}
