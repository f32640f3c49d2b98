package dev.countersign.conformance.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The server's HTTP interface, called with one key or none. */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final Optional<String> key;
  private final Map<String, String> headers;

  private Api(URI base, Optional<String> key, Map<String, String> headers) {
    this.base = base;
    this.key = key;
    this.headers = headers;
  }

  /** The server at this address, called by somebody without a key. */
  public static Api at(URI base) {
    return new Api(base, Optional.empty(), Map.of());
  }

  public Api with(String bearer) {
    return new Api(base, Optional.of("Bearer " + bearer), headers);
  }

  /** The same with another scheme than that of keys. */
  public Api presenting(String authorization) {
    return new Api(base, Optional.of(authorization), headers);
  }

  /** The same with one more header in every call. */
  public Api saying(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Api(base, key, Map.copyOf(more));
  }

  public URI base() {
    return base;
  }

  public Answer get(String path) {
    return call("GET", path, BodyPublishers.noBody());
  }

  /** {@return the body of a 200 answer; fails the test with any other status} */
  public byte[] bytes(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    key.ifPresent(given -> request.header("Authorization", given));
    try {
      var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError("status " + answer.statusCode() + " of " + path);
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Posts plain text. */
  public Answer postText(String path, String body) {
    return call("POST", path, BodyPublishers.ofString(body), "text/plain; charset=utf-8");
  }

  public Answer delete(String path) {
    return call("DELETE", path, BodyPublishers.noBody());
  }

  public Answer post(String path, Object body) {
    return call("POST", path, BodyPublishers.ofString(text(body)));
  }

  public Answer put(String path, Object body) {
    return call("PUT", path, BodyPublishers.ofString(text(body)));
  }

  public Answer patch(String path, Object body) {
    return call("PATCH", path, BodyPublishers.ofString(text(body)));
  }

  /** Posts the bytes of this text, JSON or not. */
  public Answer postRaw(String path, String body) {
    return call("POST", path, BodyPublishers.ofString(body));
  }

  /** Posts a message as a mail server hands it over. */
  public Answer postMail(String path, byte[] message) {
    return call("POST", path, BodyPublishers.ofByteArray(message), "message/rfc822");
  }

  /** The bytes of an answer with status 200; fails the test with its text otherwise. */
  public byte[] download(String path) {
    var answer =
        exchange(request("GET", path, BodyPublishers.noBody(), "*/*"), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return answer.body();
  }

  private Answer call(String method, String path, BodyPublisher body) {
    return call(method, path, body, "application/json");
  }

  private Answer call(String method, String path, BodyPublisher body, String type) {
    var answer = exchange(request(method, path, body, type), BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.headers(), answer.body());
  }

  private HttpRequest request(String method, String path, BodyPublisher body, String type) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", type)
            .method(method, body);
    key.ifPresent(given -> request.header("Authorization", given));
    headers.forEach(request::header);
    return request.build();
  }

  private static <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
    try {
      return CLIENT.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
