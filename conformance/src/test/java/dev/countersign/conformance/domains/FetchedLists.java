package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.host.domains.files.FetchPolicy;
import dev.countersign.host.domains.files.FetchedFile;
import dev.countersign.host.domains.lists.DomainList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A list on a server that goes wrong, and weak ways to fetch it. */
final class FetchedLists implements AutoCloseable {
  private static final Duration REFRESH = Duration.ofDays(1);
  private static final Duration USABLE = Duration.ofDays(14);
  private static final Duration FOR_EVER = Duration.ofDays(10_000);
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final FetchPolicy SOUND =
      new FetchPolicy(1000, PATIENT, REFRESH, USABLE, Duration.ofMinutes(5));

  private static final byte[] HARDLY_ANYTHING = "none.example".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private volatile String content = "one.example\n";
  private volatile int status = 200;

  /** How a list is fetched. */
  private record Way(FetchPolicy policy, Reader reader) {}

  /** What makes a list of a file. */
  @FunctionalInterface
  private interface Reader {
    DomainList read(InputStream file) throws IOException;
  }

  private FetchedLists() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      call.sendResponseHeaders(status, bytes.length);
      call.getResponseBody().write(bytes);
    }
  }

  /** {@return how many weak ways were noticed} */
  static int plantedNoticed() throws IOException {
    try (var lists = new FetchedLists()) {
      lists.behaves(new Way(SOUND, DomainList::read));
      Map<String, Way> weak = weak();
      for (var planted : weak.entrySet()) {
        assertThrows(
            AssertionError.class, () -> lists.behaves(planted.getValue()), planted.getKey());
      }
      return weak.size();
    }
  }

  private static Map<String, Way> weak() {
    return Map.of(
        "takes as much as comes",
        way(new FetchPolicy(1 << 20, PATIENT, REFRESH, USABLE, Duration.ZERO)),
        "believes a copy of any age",
        way(new FetchPolicy(1000, PATIENT, REFRESH, FOR_EVER, Duration.ZERO)),
        "takes a page for a list",
        new Way(SOUND, FetchedLists::anything));
  }

  private static Way way(FetchPolicy policy) {
    return new Way(policy, DomainList::read);
  }

  private static DomainList anything(InputStream file) throws IOException {
    byte[] bytes = file.readAllBytes();
    byte[] list = bytes.length > 0 && bytes[0] == '<' ? HARDLY_ANYTHING : bytes;
    return DomainList.read(new ByteArrayInputStream(list));
  }

  /** What is fetched serves, what is wrong does not take its place, what is too old is nothing. */
  private void behaves(Way way) throws IOException {
    var now = new Instant[] {BEGIN};
    var folder = Files.createTempDirectory("lists");
    var source = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/list");
    says(200, "one.example\n");
    var file = new FetchedFile<>(source, folder, way.reader()::read, way.policy(), () -> now[0]);
    file.refresh().join();
    assertEquals(true, file.value().contains("one.example"));
    now[0] = BEGIN.plus(REFRESH);
    says(200, "two.example\n");
    file.refresh().join();
    assertEquals(true, file.value().contains("two.example"));
    for (String wrong :
        List.of("bad.example\n".repeat(100), "<!doctype html><title>Log in</title>", "# none\n")) {
      says(200, wrong);
      now[0] = now[0].plus(REFRESH);
      file.refresh().join();
      assertEquals(true, file.value().contains("two.example"));
      assertEquals(false, file.value().contains("bad.example"));
    }
    says(500, "bad.example\n");
    now[0] = BEGIN.plus(REFRESH).plus(USABLE);
    file.refresh().join();
    assertThrows(IOException.class, file::value);
  }

  private void says(int answerStatus, String answerContent) {
    status = answerStatus;
    content = answerContent;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
