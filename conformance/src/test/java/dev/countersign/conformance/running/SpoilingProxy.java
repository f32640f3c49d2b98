package dev.countersign.conformance.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Stands before a server and hands its answers on, but for one bit of what some paths have. */
public final class SpoilingProxy implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final URI behind;
  private final String spoiled;

  /**
   * A proxy on a port of its own.
   *
   * @param spoiled part of the paths whose answers are changed
   */
  public SpoilingProxy(URI behind, String spoiled) {
    this.behind = behind;
    this.spoiled = spoiled;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().toString();
    var request = HttpRequest.newBuilder(behind.resolve(path));
    var key = exchange.getRequestHeaders().getFirst("Authorization");
    if (key != null) {
      request.header("Authorization", key);
    }
    try {
      var answer = client.send(request.build(), BodyHandlers.ofByteArray());
      byte[] body = answer.body();
      if (path.contains(spoiled) && body.length > 0) {
        body[body.length / 2] ^= 1;
      }
      exchange.sendResponseHeaders(answer.statusCode(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
