package dev.countersign.host.intake;

import dev.countersign.host.platform.Json;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What the filters of this site think of a message: one that is asked over HTTP as rspamd is, or
 * one in front that wrote it into a field.
 */
@ApplicationScoped
public class SpamFilter {
  private static final int ANSWER_BYTES = 1 << 20;

  @Inject IntakeSettings settings;
  @Inject Limits limits;

  private final HttpClient http = HttpClient.newHttpClient();

  /** There is no opinion now: the message is to come again, rather than be taken for good. */
  static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    Unavailable(String why) {
      super(why);
    }
  }

  Opinion ask(byte[] message, Transit transit, String recipient) throws Unavailable {
    Optional<URI> url = settings.spamFilter();
    if (url.isPresent()) {
      return asked(request(url.get(), message, transit, recipient));
    }
    // Strangers write into their fields what they like.
    return transit.trusted()
        ? settings.spamHeader().flatMap(name -> field(message, name)).orElse(Opinion.NONE)
        : Opinion.NONE;
  }

  private static Optional<Opinion> field(byte[] message, String name) {
    try {
      var headers = new InternetHeaders(new ByteArrayInputStream(message), true);
      String[] found = headers.getHeader(name);
      // The host in front wrote the topmost.
      return found == null ? Optional.empty() : Optional.of(Opinion.ofField(found[0]));
    } catch (MessagingException e) {
      return Optional.empty();
    }
  }

  private HttpRequest request(URI url, byte[] message, Transit transit, String recipient) {
    var request =
        HttpRequest.newBuilder(url)
            .timeout(limits.duration(Limit.SPAM_ANSWER_MS))
            .POST(HttpRequest.BodyPublishers.ofByteArray(message));
    header(request, "From", transit.sender());
    header(request, "Rcpt", recipient);
    header(request, "IP", transit.peer().orElse(""));
    header(request, "Helo", transit.helo().orElse(""));
    return request.build();
  }

  private static void header(HttpRequest.Builder request, String name, String value) {
    String clean = value.replaceAll("[^!-~]", "");
    if (!clean.isEmpty()) {
      request.header(name, clean);
    }
  }

  private Opinion asked(HttpRequest request) throws Unavailable {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        String text = new String(body.readNBytes(ANSWER_BYTES), StandardCharsets.UTF_8);
        if (answer.statusCode() != 200) {
          throw new Unavailable("the spam filter answers " + answer.statusCode());
        }
        return opinion(Json.object(text));
      }
    } catch (IOException | IllegalStateException e) {
      throw new Unavailable("the spam filter does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping");
    }
  }

  private static Opinion opinion(Map<String, Object> answer) throws Unavailable {
    if (!(answer.get("action") instanceof String action)) {
      throw new Unavailable("the spam filter names no action");
    }
    if (Opinion.later(action)) {
      throw new Unavailable("the spam filter wants it later");
    }
    return Opinion.ofAction(
        action, answer.get("score") instanceof Number score ? score.doubleValue() : null);
  }
}
