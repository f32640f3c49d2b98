package dev.countersign.conformance.domains;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.host.domains.files.FetchPolicy;
import dev.countersign.host.domains.files.FetchedFile;
import dev.countersign.host.domains.files.Kept;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A server that has a file and does not give it, or gives something else. */
final class WrongFiles implements FileFailures.Way {
  /** How an address goes wrong. */
  enum Fault {
    NOBODY_THERE,
    NOT_FOUND,
    FORBIDDEN,
    TOO_MANY,
    SERVER_ERROR,
    NOT_CHANGED_AT_FIRST,
    REDIRECT_LOOP,
    REDIRECT_NOWHERE,
    A_PAGE,
    EMPTY,
    GARBAGE,
    TOO_LONG,
    SILENCE,
    CUT_OFF,
    /** It was right, and has not been for longer than a copy is worth something. */
    GONE_FOR_TOO_LONG
  }

  private static final int BYTES_MAX = 2000;
  private static final Duration TIMEOUT = Duration.ofMillis(300);
  private static final Duration LATE = Duration.ofSeconds(2);
  private static final Duration USABLE = Duration.ofDays(14);
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final Fault fault;
  private final Path folder;
  private final String content;
  private volatile boolean right;

  private WrongFiles(Fault fault, Path folder, String content) {
    this.fault = fault;
    this.folder = folder;
    this.content = content;
  }

  static WrongFiles at(Fault fault, Path folder, boolean registries) throws IOException {
    return new WrongFiles(
        fault,
        Files.createTempDirectory(folder, "kept"),
        registries
            ? "{\"services\":[[[\"example\"],[\"http://127.0.0.1:1/\"]]]}"
            : "some.example\n");
  }

  @Override
  public <T> Kept<T> open(Kept.Reader<T> reader) {
    var now = new AtomicReference<>(BEGIN);
    var policy = new FetchPolicy(BYTES_MAX, TIMEOUT, Duration.ofDays(1), USABLE, Duration.ZERO);
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", this::answer);
      server.start();
      right = fault == Fault.GONE_FOR_TOO_LONG;
      int port = fault == Fault.NOBODY_THERE ? 1 : server.getAddress().getPort();
      var source = URI.create("http://127.0.0.1:" + port + "/list");
      var file = new FetchedFile<>(source, folder, reader, policy, now::get);
      file.refresh().join();
      if (right) {
        file.value();
        right = false;
        now.set(BEGIN.plus(USABLE));
        file.refresh().join();
      }
      server.stop(0);
      return file;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      switch (right ? Fault.NOBODY_THERE : fault) {
        case NOBODY_THERE -> send(call, 200, content);
        case NOT_FOUND -> send(call, 404, content);
        case FORBIDDEN -> send(call, 403, content);
        case TOO_MANY -> send(call, 429, content);
        case SERVER_ERROR, GONE_FOR_TOO_LONG -> send(call, 500, content);
        case NOT_CHANGED_AT_FIRST -> call.sendResponseHeaders(304, -1);
        case REDIRECT_LOOP -> redirect(call, "/list");
        case REDIRECT_NOWHERE -> redirect(call, "http://127.0.0.1:1/");
        case A_PAGE -> send(call, 200, "<!doctype html><title>Log in</title>");
        case EMPTY -> send(call, 200, "");
        case GARBAGE -> send(call, 200, "\0\1{{{");
        case TOO_LONG -> send(call, 200, " ".repeat(BYTES_MAX) + content);
        case SILENCE -> pause();
        case CUT_OFF -> {
          call.sendResponseHeaders(200, content.length() + 100);
          call.getResponseBody().write(content.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private static void redirect(HttpExchange call, String to) throws IOException {
    call.getResponseHeaders().set("Location", to);
    call.sendResponseHeaders(302, -1);
  }

  private static void send(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    call.getResponseBody().write(bytes);
  }

  private static void pause() {
    try {
      Thread.sleep(LATE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
