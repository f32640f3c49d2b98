package dev.countersign.conformance.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The line to a server. */
final class Line {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;

  Line(URI base) {
    this.base = base;
  }

  /** {@return the answer to a call under this key, or under none} */
  Reply make(Call call, Optional<String> key) {
    var request =
        HttpRequest.newBuilder(base.resolve(call.address()))
            .timeout(PATIENCE)
            .method(
                call.operation().verb(),
                call.bytes().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(call.bytes()));
    call.headers().forEach(request::header);
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try {
      var answer = sent(request.build());
      return new Reply(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "").strip(),
          answer.headers().firstValue("X-Request-Id").orElse(""),
          new String(answer.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(call.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A server may close an idle line at the very moment in which it is used again. */
  private static HttpResponse<byte[]> sent(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException closed) {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    }
  }
}
