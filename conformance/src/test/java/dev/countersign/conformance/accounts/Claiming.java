package dev.countersign.conformance.accounts;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.OnProduct;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An agent registers itself, and gets a key only from a person who was mailed six digits. */
public interface Claiming extends OnProduct {
  Pattern DIGITS = Pattern.compile("The code is (\\d{6})\\s");
  Pattern VIEW = Pattern.compile("(/agent/auth/claim/view\\?token(?:=3D|=)[A-Za-z0-9_-]{43})");

  private static JsonNode register(Newcomer agent) {
    return agent
        .api
        .post(
            "/agent/auth",
            Map.of(
                "type", "identity_assertion",
                "assertion_type", "verified_email",
                "assertion", Map.of("email", agent.email),
                "requested_credential_type", "api_key",
                "operator_name", "Claim " + agent.email.substring(0, 12)))
        .expecting(200)
        .json();
  }

  private static Answer complete(Newcomer agent, String token, String digits) {
    return agent.api.post(
        "/agent/auth/claim/complete", Map.of("claim_token", token, "otp", digits));
  }

  @Test
  default void the_digits_come_from_the_person_alone_and_bring_a_key_once() {
    var agent = Newcomer.to(product());
    var registration = register(agent);
    var token = registration.path("claim_token").asText();
    agent.api.get("/agent/auth/claim/view?token=" + token).expecting(404);
    var digits = agent.mailed(DIGITS);
    var page = agent.api.get(agent.mailed(VIEW).replace("=3D", "=")).expecting(200).body();
    assertTrue(page.contains(digits), page);
    var claimed = complete(agent, token, digits).expecting(200).json();
    var key = product().anonymous().with(claimed.path("credential").asText());
    assertAll(
        () -> assertEquals("claimed", claimed.path("status").asText()),
        () ->
            assertEquals(
                registration.path("registration_id").asText(),
                claimed.path("registration_id").asText()),
        () -> assertEquals(1, key.get("/v1/mailboxes").json().path("mailboxes").size()),
        () -> key.get("/v1/oversight/pending").expecting(403),
        () -> assertEquals("already_claimed", complete(agent, token, digits).text("code")));
    agent.mailed(SigningUp.LINK);
  }

  @Test
  default void after_five_wrong_tries_a_claim_is_worth_nothing() {
    var agent = Newcomer.to(product());
    var token = register(agent).path("claim_token").asText();
    var digits = agent.mailed(DIGITS);
    for (int i = 0; i < 5; i++) {
      complete(agent, token, digits.equals("00000" + i) ? "999999" : "00000" + i).expecting(400);
    }
    complete(agent, token, digits).expecting(400);
    complete(agent, "A".repeat(43), digits).expecting(400);
  }
}
