package dev.countersign.conformance.accounts;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A new account: a puzzle, a code to a person, a key to the agent, and keys to the person alone.
 */
public interface SigningUp extends OnProduct {
  Pattern CODE = Pattern.compile("The code is ([A-Z2-9]{3}-[A-Z2-9]{3}-[A-Z2-9]{3})\\s");
  Pattern LINK = Pattern.compile("(/v1/overseer-keys/[A-Za-z0-9_-]{43})");
  Pattern KEY = Pattern.compile("<code>(mm_live_[^<]+)</code>");

  @Test
  default void a_person_confirms_and_the_agent_gets_a_key_that_cannot_decide() {
    var newcomer = Newcomer.to(product());
    newcomer.ask();
    var code = newcomer.mailed(CODE);
    var account = newcomer.confirm(code.toLowerCase(Locale.ROOT)).expecting(200).json();
    var agent = product().anonymous().with(account.path("api_key").asText());
    var send = "/v1/mailboxes/" + account.path("mailbox_id").asText() + "/send";
    var recipient = Drafts.somebody();
    var message = agent.post(send, Drafts.to(recipient)).expecting(202).text("id");
    var decision = Map.of("message_id", message, "decision", "approve");
    Waiting.until(
        "it waits",
        () -> agent.get("/v1/emails/" + message).text("status"),
        "pending_send_approval"::equals);
    assertAll(
        () -> assertEquals("active", account.path("status").asText()),
        () -> assertEquals("gated_send", account.path("oversight_mode").asText()),
        () -> assertEquals(newcomer.email, account.path("oversight_email").asText()),
        () -> newcomer.confirm(code).expecting(400),
        () -> agent.post("/decide_email", decision).expecting(403),
        () ->
            agent
                .post(
                    "/v1/api-keys",
                    Map.of(
                        "name",
                        "x",
                        "scopes",
                        List.of("oversight"),
                        "approver_email",
                        newcomer.email))
                .expecting(403));
    var link = newcomer.mailed(LINK);
    newcomer.api.get(link).expecting(200);
    newcomer.api.get(link).expecting(200);
    var page = newcomer.api.postText(link, "").expecting(200).body();
    var keys = KEY.matcher(page).results().map(match -> match.group(1)).toList();
    newcomer.api.postText(link, "").expecting(404);
    newcomer.api.get(link).expecting(404);
    var person = product().anonymous().with(keys.get(0));
    var operator = product().anonymous().with(keys.get(1));
    person.post("/decide_email", decision).expecting(200);
    product().mail().onlyMailFor(recipient);
    var listed = operator.get("/v1/api-keys").expecting(200).json().path("api_keys");
    long live = listed.findValues("is_active").stream().filter(each -> each.asInt() == 1).count();
    assertAll(
        () -> assertEquals(2, keys.size()),
        () -> assertEquals(4, listed.size(), "the agent's, the person's, the operator's, and one"),
        () -> assertEquals(3, live, "the founder's key is revoked"),
        () -> person.post(send, Drafts.to(recipient)).expecting(403),
        () ->
            assertFalse(
                product()
                    .admin()
                    .get("/v1/mailboxes")
                    .body()
                    .contains(account.path("mailbox_id").asText())));
  }

  @Test
  default void nobody_can_tell_from_the_answers_who_has_an_account() {
    var known = Newcomer.to(product());
    var first = known.ask();
    known.confirm(known.mailed(CODE)).expecting(200);
    var again = known.ask();
    var stranger = Newcomer.to(product());
    var resent =
        known
            .api
            .post("/v1/account/resend-confirmation", Map.of("oversight_email", known.email))
            .expecting(200);
    var unknown =
        stranger
            .api
            .post("/v1/account/resend-confirmation", Map.of("oversight_email", stranger.email))
            .expecting(200);
    assertAll(
        () -> assertEquals(first.body(), again.body()),
        () -> assertEquals(resent.body(), unknown.body()),
        () -> assertEquals(Map.of("confirmation_sent", 1), Map.of(first.text("status"), 1)),
        () -> assertEquals(0, product().mail().mailFor(stranger.email).size()));
    var two = Newcomer.to(product());
    two.api
        .post("/v1/account/resend-confirmation", Map.of("oversight_email", known.email))
        .expecting(429);
    two.api
        .post("/v1/account/resend-confirmation", Map.of("oversight_email", stranger.email))
        .expecting(429);
  }

  @Test
  default void a_solution_counts_once_also_when_it_comes_twice_at_the_same_time() throws Exception {
    var newcomer = Newcomer.to(product());
    var wish = newcomer.wish();
    Callable<Integer> call = () -> newcomer.api.post("/v1/account", wish).status();
    try (var callers = Executors.newFixedThreadPool(4)) {
      var answers = callers.invokeAll(List.of(call, call, call, call));
      int taken = 0;
      for (var answer : answers) {
        taken += answer.get() == 200 ? 1 : 0;
      }
      assertEquals(1, taken);
    }
    assertEquals(
        "invalid_proof_of_work",
        newcomer.api.post("/v1/account", wish).expecting(400).text("code"));
  }

  @Test
  default void a_code_founds_one_account_also_when_it_comes_twice_at_the_same_time()
      throws Exception {
    var newcomer = Newcomer.to(product());
    newcomer.ask();
    var code = newcomer.mailed(CODE);
    Callable<Integer> call = () -> newcomer.confirm(code).status();
    try (var callers = Executors.newFixedThreadPool(3)) {
      var answers = callers.invokeAll(List.of(call, call, call));
      int founded = 0;
      for (var answer : answers) {
        founded += answer.get() == 200 ? 1 : 0;
      }
      assertEquals(1, founded);
    }
  }

  @Test
  default void whoever_solved_nothing_gets_nothing() {
    var newcomer = Newcomer.to(product());
    var right = newcomer.solution();
    List<Map<String, Object>> wrong =
        List.of(
            changed(right, "number", 1L + (long) Objects.requireNonNull(right.get("number"))),
            changed(right, "signature", "0".repeat(64)),
            changed(right, "algorithm", "SHA-1"),
            changed(right, "salt", "x" + right.get("salt")),
            changed(
                right, "salt", String.valueOf(right.get("salt")).replace("expires=", "expires=9")),
            changed(right, "challenge", "0".repeat(64)));
    for (var solution : wrong) {
      var refused =
          newcomer.api.post("/v1/account", changed(newcomer.wish(), "pow_solution", solution));
      assertEquals("invalid_proof_of_work", refused.expecting(400).text("code"));
    }
    assertEquals(0, product().mail().mailFor(newcomer.email).size());
    newcomer
        .api
        .post("/v1/account", changed(newcomer.wish(), "pow_solution", right))
        .expecting(200);
  }

  private static Map<String, Object> changed(Map<String, Object> map, String name, Object value) {
    var next = new HashMap<>(map);
    next.put(name, value);
    return next;
  }

  @Test
  default void what_an_account_may_begin_with_is_checked() {
    var newcomer = Newcomer.to(product());
    var wish = newcomer.wish();
    for (var change :
        List.<Map.Entry<String, Object>>of(
            Map.entry("oversight_mode", "autonomous"),
            Map.entry("oversight_mode", "read_only"),
            Map.entry("accepted_tos", false),
            Map.entry("email_use_type", "marketing"),
            Map.entry("oversight_email", "x@mailinator.com"),
            Map.entry("slug", "No Slug"))) {
      newcomer
          .api
          .post("/v1/account", changed(wish, change.getKey(), change.getValue()))
          .expecting(400);
    }
    newcomer.api.post("/v1/account", changed(wish, "oversight_mode", "monitored")).expecting(200);
    var account = newcomer.confirm(newcomer.mailed(CODE)).expecting(200);
    assertEquals("gated_send", account.text("oversight_mode"), "nothing begins looser than that");
  }

  @Test
  default void a_short_name_that_is_taken_is_refused_with_others_that_are_free() {
    var first = Newcomer.to(product());
    var slug = "s" + first.email.substring(1, 20);
    first.api.post("/v1/account", changed(first.wish(), "slug", slug)).expecting(200);
    var second = Newcomer.to(product());
    var refused =
        second.api.post("/v1/account", changed(second.wish(), "slug", slug)).expecting(409);
    var check = second.api.get("/v1/slug-check/" + slug).expecting(200).json();
    var other = refused.json().at("/suggestions/0").asText();
    var free = second.api.get("/v1/slug-check/" + other).expecting(200).json();
    assertAll(
        () -> assertEquals("slug_taken", refused.text("code")),
        () -> assertFalse(check.path("available").asBoolean()),
        () -> assertEquals("taken", check.path("reason").asText()),
        () -> assertTrue(free.path("available").asBoolean()),
        () -> assertTrue(free.path("address_preview").asText().startsWith(other + "@")),
        () -> assertEquals("reserved", second.api.get("/v1/slug-check/postmaster").text("reason")));
  }

  @Test
  default void a_repeated_call_under_one_idempotency_key_mails_one_code() {
    var newcomer = Newcomer.to(product());
    var wish = newcomer.wish();
    var api = newcomer.api.saying("Idempotency-Key", newcomer.email);
    api.post("/v1/account", wish).expecting(200);
    api.post("/v1/account", wish).expecting(200);
    newcomer.mailed(CODE);
    assertEquals(1, product().mail().mailFor(newcomer.email).size());
  }

  @Test
  default void after_five_wrong_codes_the_right_one_is_not_looked_at() {
    var newcomer = Newcomer.to(product());
    newcomer.ask();
    var code = newcomer.mailed(CODE);
    for (int i = 0; i < 5; i++) {
      newcomer.confirm("AAA-AAA-AA" + (char) ('A' + i)).expecting(400);
    }
    var refused = newcomer.confirm(code).expecting(429);
    assertTrue(refused.headers().firstValueAsLong("Retry-After").orElse(0) > 3000);
  }
}
