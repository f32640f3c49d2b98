package dev.countersign.conformance.domains;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A registry of the tests' own: RDAP over HTTP on the loopback address, right or wrong. */
public final class LoopbackRegistry implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  /** How an answer goes wrong. */
  public enum Fault {
    NOT_FOUND,
    TOO_MANY,
    SERVER_ERROR,
    UNAVAILABLE,
    FORBIDDEN,
    REDIRECT_LOOP,
    REDIRECT_NOWHERE,
    GARBAGE,
    EMPTY,
    HTML,
    ANOTHER_OBJECT,
    NO_EVENTS,
    NO_REGISTRATION,
    A_DAY_TO_COME,
    NOT_A_DATE,
    SLOW,
    SLOW_BODY,
    CUT_OFF,
    ENDLESS
  }

  private static final int LATE_MILLIS = 1500;
  private static final int ENDLESS_BYTES = 2 << 20;

  private final HttpServer server;
  private final ConcurrentMap<String, Instant> registered = new ConcurrentHashMap<>();
  private volatile @Nullable Fault fault;
  private volatile Weather weather = Weather.FAIR;

  public LoopbackRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Answers come late, or too late, as in this weather. */
  public LoopbackRegistry in(Weather now) {
    weather = now;
    return this;
  }

  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/rdap/";
  }

  public LoopbackRegistry with(String domain, Instant since) {
    registered.put(domain, since);
    return this;
  }

  public LoopbackRegistry failing(Fault how) {
    fault = how;
    return this;
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      String path = call.getRequestURI().getPath();
      @Nullable Fault wrong = weather.lets(path) ? fault : Fault.SLOW;
      if (wrong != null) {
        fail(call, wrong);
      } else if (path.startsWith("/moved/")) {
        redirect(call, base() + "domain/" + path.substring("/moved/".length()));
      } else {
        Instant since = registered.get(path.substring(path.lastIndexOf('/') + 1));
        send(call, since == null ? 404 : 200, since == null ? "{}" : domain(since.toString()));
      }
    }
  }

  static String domain(String since) {
    return "{\"objectClassName\":\"domain\",\"events\":["
        + "{\"eventAction\":\"expiration\",\"eventDate\":\"2030-01-01T00:00:00Z\"},"
        + "{\"eventAction\":\"registration\",\"eventDate\":\""
        + since
        + "\"}]}";
  }

  private void fail(HttpExchange call, Fault how) throws IOException {
    switch (how) {
      case NOT_FOUND -> send(call, 404, "{}");
      case TOO_MANY -> send(call, 429, "{}");
      case SERVER_ERROR -> send(call, 500, "{}");
      case UNAVAILABLE -> send(call, 503, "{}");
      case FORBIDDEN -> send(call, 403, "{}");
      case REDIRECT_LOOP -> redirect(call, call.getRequestURI().toString());
      case REDIRECT_NOWHERE -> redirect(call, "http://127.0.0.1:1/");
      case GARBAGE -> send(call, 200, "\0\1\2{{{");
      case EMPTY -> send(call, 200, "");
      case HTML -> send(call, 200, "<!doctype html><title>Log in</title>");
      case ANOTHER_OBJECT ->
          send(call, 200, domain("2001-01-01T00:00:00Z").replace("domain", "entity"));
      case NO_EVENTS -> send(call, 200, "{\"objectClassName\":\"domain\"}");
      case NO_REGISTRATION ->
          send(call, 200, domain("2001-01-01T00:00:00Z").replace("registration", "transfer"));
      case A_DAY_TO_COME -> send(call, 200, domain("2039-01-01T00:00:00Z"));
      case NOT_A_DATE -> send(call, 200, domain("last Tuesday"));
      case SLOW -> pause();
      case SLOW_BODY -> {
        call.sendResponseHeaders(200, 1000);
        call.getResponseBody().write('{');
        call.getResponseBody().flush();
        pause();
      }
      case CUT_OFF -> {
        call.sendResponseHeaders(200, 1000);
        call.getResponseBody().write("{\"objectClassName\":".getBytes(StandardCharsets.UTF_8));
      }
      case ENDLESS -> send(call, 200, "[" + " ".repeat(ENDLESS_BYTES) + "]");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LATE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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

  @Override
  public void close() {
    server.stop(0);
  }
}
