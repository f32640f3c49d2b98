package dev.countersign.conformance.accounts;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.OnProduct;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs find out how keys are got and shown, and are told plainly what is not offered. */
public interface Discovering extends OnProduct {
  @Test
  default void an_answer_without_a_key_leads_to_how_to_get_one() {
    var refused = product().anonymous().get("/v1/mailboxes").expecting(401);
    var header = refused.headers().firstValue("WWW-Authenticate").orElse("");
    assertTrue(header.startsWith("Bearer realm=\"countersign\", resource_metadata=\""), header);
    var at = URI.create(header.replaceAll(".*resource_metadata=\"([^\"]+)\".*", "$1")).getPath();
    var resource = product().anonymous().get(at).expecting(200).json();
    var issuer =
        product().anonymous().get("/.well-known/oauth-authorization-server").expecting(200).json();
    var guide = product().anonymous().get("/auth.md").expecting(200).body();
    assertAll(
        () ->
            assertEquals(resource.path("resource"), resource.path("authorization_servers").path(0)),
        () -> assertEquals(resource.path("resource"), issuer.path("issuer")),
        () -> assertEquals("header", resource.at("/bearer_methods_supported/0").asText()),
        () -> assertTrue(issuer.at("/agent_auth/registration_endpoint").asText().endsWith("/auth")),
        () -> assertTrue(guide.contains("/agent/auth/claim/complete"), guide));
  }

  @Test
  default void a_key_may_come_in_either_header_and_not_two_in_both() {
    var key = product().firstRun().agentKey();
    var other = product().firstRun().adminKey();
    assertAll(
        () -> product().anonymous().saying("X-API-Key", key).get("/v1/account").expecting(200),
        () -> product().agent().saying("X-API-Key", key).get("/v1/account").expecting(200),
        () -> product().agent().saying("X-API-Key", other).get("/v1/account").expecting(401));
  }

  @Test
  default void what_hosted_services_offer_is_answered_with_what_to_do_instead() {
    for (var path :
        List.of(
            "/v1/billing/checkout",
            "/v1/billing/portal",
            "/v1/billing/cancel",
            "/v1/account/did-challenge",
            "/v1/admin/recover-key",
            "/v1/operator/start-session")) {
      var answer = product().admin().post(path, Map.of()).expecting(501);
      assertEquals("not_offered", answer.text("code"), path);
      assertFalse(answer.text("error").isBlank());
    }
  }

  @Test
  default void feedback_and_questions_reach_whoever_runs_the_server() {
    var operator = product().admin().get("/v1/account").json().path("oversight_email").asText();
    int before = product().mail().mailFor(operator).size();
    var newcomer = Newcomer.to(product());
    var words = Map.of("name", "Ann", "email", "ann@peer.example", "subject", "s", "message", "m");
    product().agent().post("/v1/feedback", Map.of("message", "It works.")).expecting(200);
    newcomer.api.post("/v1/support", words).expecting(400);
    var solved = new HashMap<String, Object>(words);
    solved.put("pow_solution", newcomer.solution());
    newcomer.api.post("/v1/support", solved).expecting(200);
    newcomer.api.post("/v1/support", solved).expecting(400);
    product().overseer().post("/v1/feedback", Map.of("message", "x")).expecting(403);
    assertEquals(before + 2, product().mail().mailFor(operator).size());
  }
}
