package dev.countersign.conformance.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.OnProduct;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's own addresses (docs/decisions/0006) and what all answers have in common. */
public interface Mannered extends OnProduct {
  @Test
  default void health_is_open_and_ready_means_that_the_database_answers() {
    var ready = product().anonymous().get("/health/ready").expecting(200).json();
    assertEquals("UP", ready.path("status").asText());
    assertEquals(List.of("database"), ready.path("checks").findValuesAsText("name"));
    product().anonymous().get("/health/live").expecting(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/metrics/base", "/metrics?scope=application"})
  default void metrics_are_not_there_without_a_configured_token(String path) {
    var nobody = product().anonymous().get(path).expecting(404);
    assertEquals("unknown_route", nobody.text("code"));
    product().anonymous().with("").get(path).expecting(404);
  }

  @Test
  default void the_api_describes_itself_with_its_keys_and_its_errors() {
    var api = product().anonymous().get("/v1/openapi.json").expecting(200).json();
    assertEquals("Countersign", api.path("info").path("title").asText());
    assertEquals(
        "bearer", api.path("components").path("securitySchemes").findValue("scheme").asText());
    for (var path :
        List.of(
            "/v1/send", "/v1/inbox", "/decide_email", "/cancel_message", "/v1/oversight/pending")) {
      assertTrue(api.path("paths").has(path), path);
    }
    for (JsonNode path : api.path("paths")) {
      for (JsonNode operation : path) {
        assertTrue(operation.path("responses").has("429"), operation.toString());
      }
    }
    var sent = api.path("components").path("schemas").path("SendBody").path("properties");
    assertTrue(sent.has("text_body"), "the document has the names of the wire: " + sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/oversight/pending", "/nowhere", "/health", "/approvals", "/.error-page"})
  default void every_answer_has_an_id_of_its_own_and_is_neither_cached_nor_guessed_at(String path) {
    var first = product().anonymous().get(path);
    assertEquals("no-store", header(first, "Cache-Control"));
    assertEquals("nosniff", header(first, "X-Content-Type-Options"));
    assertEquals("no-referrer", header(first, "Referrer-Policy"));
    assertTrue(header(first, "Content-Security-Policy").contains("default-src 'none'"));
    var second = product().anonymous().get(path);
    assertNotEquals(header(first, "X-Request-Id"), header(second, "X-Request-Id"));
  }

  private static String header(Answer answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
