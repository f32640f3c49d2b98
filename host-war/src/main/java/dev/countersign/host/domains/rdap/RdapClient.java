package dev.countersign.host.domains.rdap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Asks a registry about one domain (RFC 7480, RFC 9082 section 3.1.3, RFC 9083 section 4.5). */
public final class RdapClient {
  private static final int ANSWER_BYTES_MAX = 512 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final Duration timeout;

  public RdapClient(Duration timeout) {
    this.timeout = timeout;
    http =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /**
   * Asks when a domain was registered.
   *
   * @param base of the registry's service, ending in a slash
   * @param domain in A-labels
   */
  public Registration look(URI base, String domain) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("domain/" + domain))
            .header("Accept", "application/rdap+json, application/json")
            .timeout(timeout)
            .build();
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return switch (response.statusCode()) {
          case 200 -> registration(body.readNBytes(ANSWER_BYTES_MAX));
          case 404 -> new Registration.NotThere();
          case 429 -> new Registration.Failed("the registry asks to come back later");
          default -> new Registration.Failed("the registry answered " + response.statusCode());
        };
      }
    } catch (HttpTimeoutException e) {
      return new Registration.Failed("time-out");
    } catch (IOException e) {
      return new Registration.Failed("the registry cannot be reached");
    }
  }

  private static Registration registration(byte[] json) {
    try {
      JsonNode answer = JSON.readTree(json);
      if (!"domain".equals(answer.path("objectClassName").asText())) {
        return new Registration.Failed("an answer that is not about a domain");
      }
      for (JsonNode event : answer.path("events")) {
        if ("registration".equals(event.path("eventAction").asText())) {
          return new Registration.Since(instant(event.path("eventDate").asText()));
        }
      }
      return new Registration.Failed("the registry does not say when");
    } catch (IOException | DateTimeException e) {
      return new Registration.Failed("garbage");
    }
  }

  private static Instant instant(String date) {
    return OffsetDateTime.parse(date).toInstant();
  }
}
