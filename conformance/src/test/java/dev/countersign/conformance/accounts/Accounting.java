package dev.countersign.conformance.accounts;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.SecondTenant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The account, its address book, what it uses up, and how much of that it may. */
public interface Accounting extends OnProduct {
  String ACCOUNT = "/v1/account";
  String EXPORT = "/v1/export";
  String SUPPRESSED = "/v1/suppression";

  private Api with(String key) {
    return product().anonymous().with(key);
  }

  @Test
  default void the_account_says_what_it_is_and_what_it_uses_up() {
    var account = product().agent().get(ACCOUNT).expecting(200).json();
    assertAll(
        () -> assertEquals(product().firstRun().tenantId(), account.path("id").asText()),
        () -> assertEquals("self_hosted", account.path("plan").asText()),
        () -> assertTrue(account.path("monthly_email_quota").isNull()),
        () -> assertTrue(account.path("max_storage_bytes").isNull()),
        () -> assertTrue(account.path("storage_used_bytes").isIntegralNumber()),
        () -> assertTrue(account.path("emails_sent_this_month").isIntegralNumber()),
        () -> assertTrue(account.path("max_mailboxes").asInt() > 0),
        () -> assertTrue(account.path("oversight_email").asText().contains("@")));
  }

  @Test
  default void only_an_operator_changes_the_account() {
    var other = SecondTenant.in(product().database());
    var patch =
        Map.of(
            "name", "Acme Corp",
            "oversight_email", "new-overseer@peer.example",
            "physical_address", "1 Main St");
    with(other.agentKey()).patch(ACCOUNT, patch).expecting(403);
    with(other.oversightKey()).patch(ACCOUNT, patch).expecting(403);
    var changed = with(other.operatorKey()).patch(ACCOUNT, patch).expecting(200).json();
    var refused = with(other.operatorKey()).patch(ACCOUNT, Map.of("warmup_days", 9999));
    assertAll(
        () -> assertEquals("Acme Corp", changed.path("name").asText()),
        () -> assertEquals("1 Main St", changed.path("physical_address").asText()),
        () -> assertEquals("new-overseer@peer.example", changed.path("oversight_email").asText()),
        () -> refused.expecting(400),
        () -> with(other.operatorKey()).patch(ACCOUNT, Map.of()).expecting(400),
        () -> assertFalse(product().admin().get(ACCOUNT).body().contains("Acme Corp")));
  }

  @Test
  default void the_next_message_after_the_quota_is_refused_and_one_taken_back_makes_room() {
    var other = SecondTenant.in(product().database());
    var agent = with(other.agentKey());
    with(other.operatorKey()).patch(ACCOUNT, Map.of("monthly_email_quota", 2)).expecting(200);
    var first = sent(agent, other).expecting(202).text("id");
    sent(agent, other).expecting(202);
    var refused = sent(agent, other).expecting(429);
    assertAll(
        () -> assertEquals("quota_exceeded", refused.text("code")),
        () -> assertTrue(refused.text("error").contains("quota")),
        () -> assertTrue(refused.headers().firstValueAsLong("Retry-After").orElse(0) > 0),
        () -> assertEquals(2, refused.json().path("emails_sent_this_month").asInt()),
        () -> assertEquals(2, agent.get(ACCOUNT).json().path("emails_sent_this_month").asInt()));
    agent.post("/cancel_message", Map.of("message_id", first)).expecting(200);
    sent(agent, other).expecting(202);
    sent(agent, other).expecting(429);
  }

  @Test
  default void calls_at_the_same_time_do_not_get_past_the_quota() throws Exception {
    var other = SecondTenant.in(product().database());
    var agent = with(other.agentKey());
    with(other.operatorKey()).patch(ACCOUNT, Map.of("monthly_email_quota", 3)).expecting(200);
    Callable<Integer> call = () -> sent(agent, other).status();
    try (var callers = Executors.newFixedThreadPool(8)) {
      var answers = callers.invokeAll(Stream.generate(() -> call).limit(12).toList());
      int taken = 0;
      for (var answer : answers) {
        taken += answer.get() == 202 ? 1 : 0;
      }
      assertEquals(3, taken);
    }
  }

  @Test
  default void a_new_mailbox_is_held_to_its_ramp_and_an_old_one_is_not() {
    var other = SecondTenant.in(product().database());
    var agent = with(other.agentKey());
    var operator = with(other.operatorKey());
    operator.patch(ACCOUNT, Map.of("warmup_days", 30)).expecting(200);
    var young =
        operator
            .post("/v1/mailboxes", Map.of("address", Drafts.somebody()))
            .expecting(201)
            .text("id");
    var path = "/v1/mailboxes/" + young + "/send";
    agent.post(path, Drafts.to(Drafts.somebody())).expecting(202);
    agent.post(path, Drafts.to(Drafts.somebody())).expecting(202);
    var refused = agent.post(path, Drafts.to(Drafts.somebody())).expecting(429);
    for (int i = 0; i < 3; i++) {
      sent(agent, other).expecting(202);
    }
    assertAll(
        () -> assertEquals("first", refused.text("warmup_stage")),
        () -> assertEquals(2, refused.json().path("daily_sent").asInt()),
        () -> assertEquals(2, refused.json().path("daily_limit").asInt()),
        () -> assertFalse(refused.text("hint").isEmpty()),
        () -> assertTrue(refused.headers().firstValueAsLong("Retry-After").orElse(0) <= 86_400));
  }

  @Test
  default void agents_keep_the_address_book_and_operators_take_out_of_it() {
    var other = SecondTenant.in(product().database());
    var agent = with(other.agentKey());
    var bob = Map.of("name", "Bob 100%", "email", "Bob@Peer.Example", "tags", List.of("client"));
    var made = agent.post("/v1/contacts", bob).expecting(201).json();
    agent.post("/v1/contacts", Map.of("name", "Ann", "email", "ann@peer.example")).expecting(201);
    var path = "/v1/contacts/" + made.path("id").asText();
    var found = agent.get("/v1/contacts?q=100%25").expecting(200).json().path("contacts");
    assertAll(
        () -> assertEquals("bob@peer.example", made.path("email").asText()),
        () -> assertTrue(made.path("created_at").isIntegralNumber()),
        () -> assertEquals(1, found.size()),
        () -> assertEquals("client", found.at("/0/tags/0").asText()),
        () -> assertEquals(1, agent.get("/v1/contacts?q=CLIENT").json().path("contacts").size()),
        () -> assertEquals(2, agent.get("/v1/contacts").json().path("contacts").size()),
        () -> assertEquals(0, agent.get("/v1/contacts?q=_").json().path("contacts").size()),
        () -> assertEquals("already_exists", agent.post("/v1/contacts", bob).text("code")),
        () -> agent.post("/v1/contacts", Map.of("name", "x", "email", "no")).expecting(400),
        () -> with(other.oversightKey()).post("/v1/contacts", bob).expecting(403),
        () -> assertFalse(product().agent().get("/v1/contacts").body().contains("bob@peer")),
        () -> product().admin().delete(path).expecting(404),
        () -> agent.delete(path).expecting(403));
    with(other.operatorKey()).delete(path).expecting(200);
    with(other.operatorKey()).delete(path).expecting(404);
  }

  @Test
  default void usage_is_counted_in_the_ledger_in_sum_and_by_day() {
    var other = SecondTenant.in(product().database());
    var agent = with(other.agentKey());
    agent.get("/v1/mailboxes").expecting(200);
    agent.delete("/v1/contacts/con_0").expecting(404);
    var sum = agent.get("/v1/usage?period=summary").expecting(200).json();
    var daily = agent.get("/v1/usage?period=daily").expecting(200).json();
    assertAll(
        () -> assertEquals(2, sum.path("api_calls").asInt()),
        () -> assertEquals(3, daily.path("api_calls").asInt()),
        () -> assertEquals("daily", daily.path("breakdown").asText()),
        () -> assertEquals("api_calls", daily.at("/data/0/event_type").asText()),
        () -> assertTrue(sum.path("data").isMissingNode()),
        () -> assertEquals(0, agent.get("/v1/usage?from=0&to=1").json().path("api_calls").asInt()),
        () -> agent.get("/v1/usage?period=hourly").expecting(400),
        () -> agent.get("/v1/usage?from=x").expecting(400));
  }

  @Test
  default void an_operator_takes_the_account_along_once_an_hour_and_nobody_else_does() {
    var other = SecondTenant.in(product().database());
    var operator = with(other.operatorKey());
    var recipient = Drafts.somebody();
    var draft = Drafts.to(recipient);
    with(other.agentKey())
        .post("/v1/mailboxes/" + other.mailboxId() + "/send", draft)
        .expecting(202);
    operator.post(SUPPRESSED, Map.of("email_address", "gone@peer.example")).expecting(201);
    with(other.agentKey()).get(EXPORT).expecting(403);
    with(other.oversightKey()).get(EXPORT).expecting(403);
    var lines = operator.get(EXPORT).expecting(200).body();
    assertAll(
        () -> assertTrue(lines.startsWith("{\"kind\":\"account\",")),
        () -> assertTrue(lines.contains(recipient)),
        () -> assertTrue(lines.contains("gone@peer.example")),
        () -> assertTrue(lines.contains(other.mailboxAddress())),
        () -> assertFalse(lines.contains(product().firstRun().mailboxId())),
        () -> assertFalse(lines.contains("secret")),
        () -> operator.get(EXPORT).expecting(429));
  }

  private Answer sent(Api agent, SecondTenant tenant) {
    return agent.post(
        "/v1/mailboxes/" + tenant.mailboxId() + "/send", Drafts.to(Drafts.somebody()));
  }
}
