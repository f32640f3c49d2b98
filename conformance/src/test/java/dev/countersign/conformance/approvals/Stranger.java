package dev.countersign.conformance.approvals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The server that a hostile message would like the approver's browser to call. */
final class Stranger implements AutoCloseable {
  private final HttpServer server;
  private final List<String> calls = new CopyOnWriteArrayList<>();

  private Stranger(HttpServer server) {
    this.server = server;
  }

  static Stranger listening() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var stranger = new Stranger(server);
    server.createContext("/", stranger::answer);
    server.start();
    return stranger;
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      if (call.getRequestURI().getPath().equals("/page")) {
        var html = html().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
        call.sendResponseHeaders(200, html.length);
        call.getResponseBody().write(html);
      } else {
        calls.add(call.getRequestURI().getPath());
        call.sendResponseHeaders(204, -1);
      }
    }
  }

  /** The address of {@link #html} as an ordinary page, where nothing holds it back. */
  String page() {
    return at("page");
  }

  /** What was asked for so far. */
  List<String> calls() {
    return calls;
  }

  private String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  /** Every way that markup has of running code or of calling somebody, to this stranger. */
  String html() throws IOException {
    try (var file = Stranger.class.getResourceAsStream("/approvals/hostile.html")) {
      if (file == null) {
        throw new IllegalStateException("hostile.html is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("STRANGER/", at(""));
    }
  }

  /** The same intentions as an agent can write them. */
  String markdown() {
    return """
        <script>document.title = 'ran'; fetch('%1$s')</script>
        <img src=x onerror="document.title='ran'">
        [click](javascript:document.title='ran') ![picture](%1$s)
        [bank.example](%1$s)
        <style>@import '%1$s'</style>
        """
        .formatted(at("markdown"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
