package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Recipients' domains are judged before anything leaves; no name server answers here. */
public interface Judging extends OnProduct {
  String DRY_RUN = "/v1/domains/policy/dry-run";

  private static String someDomain() {
    return "d" + UUID.randomUUID().toString().substring(0, 8) + ".example";
  }

  private Answer override(String domain, String verdict) {
    return product()
        .admin()
        .put(
            "/v1/domains/overrides/" + domain,
            Map.of(
                "verdict",
                verdict,
                "reason",
                "known to the operator",
                "expires_at",
                Instant.now().plusSeconds(3600).toString()));
  }

  @Test
  default void what_cannot_be_found_out_goes_to_a_person_with_the_reason() {
    var domain = someDomain();
    var id = product().sendAndAwaitHold(Drafts.to("bob@" + domain));
    var item = product().read(id).json().path("domain_intelligence");
    assertAll(
        () -> assertTrue(item.path("risk_score").isNull(), item.toString()),
        () -> assertTrue(item.path("flagged").isNull(), item.toString()),
        () -> assertEquals(domain, item.path("domain").asText()),
        () -> assertEquals(12, item.path("signals").size()),
        () -> assertTrue(item.path("summary").asText().contains("mail exchange"), item.toString()));
  }

  @Test
  default void a_blocked_domain_is_answered_422_and_never_queued() {
    var domain = someDomain();
    override(domain, "blocked").expecting(200);
    var answer = product().send(Drafts.to("bob@mail." + domain)).expecting(422);
    assertAll(
        () -> assertEquals("domain_blocked", answer.text("code")),
        () ->
            assertEquals(
                1.0, answer.json().path("domain_intelligence").path("risk_score").asDouble()),
        () -> assertEquals(12, answer.json().path("domain_signals").size()),
        () -> assertEquals("blocked", product().status(answer.text("id"))));
  }

  @Test
  default void one_bad_recipient_in_bcc_is_enough() {
    var good = someDomain();
    var bad = someDomain();
    override(good, "trusted").expecting(200);
    override(bad, "blocked").expecting(200);
    var draft =
        Map.<String, Object>of(
            "to",
            List.of("a@" + good),
            "bcc",
            List.of("b@" + bad),
            "subject",
            "s",
            "markdown",
            "m");
    var answer = product().send(draft).expecting(422);
    assertEquals(bad, answer.json().path("domain_intelligence").path("domain").asText());
  }

  @Test
  default void a_trusted_domain_waits_for_its_approval_at_once() {
    var domain = someDomain();
    override(domain, "trusted").expecting(200);
    var answer = product().send(Drafts.to("bob@" + domain)).expecting(202);
    assertAll(
        () -> assertEquals("pending_send_approval", answer.text("status")),
        () ->
            assertEquals(
                0.0, answer.json().path("domain_intelligence").path("risk_score").asDouble()),
        () ->
            assertEquals(
                "false", answer.json().path("domain_intelligence").path("flagged").toString()));
  }

  @Test
  default void only_an_operator_overrides_and_may_take_it_back() {
    var domain = someDomain();
    var path = "/v1/domains/overrides/" + domain;
    var body =
        Map.of(
            "verdict",
            "trusted",
            "reason",
            "r",
            "expires_at",
            Instant.now().plusSeconds(60).toString());
    product().agent().put(path, body).expecting(403);
    product().overseer().put(path, body).expecting(403);
    product().admin().put(path, body).expecting(200);
    product().agent().delete(path).expecting(403);
    product().admin().delete(path).expecting(200);
    product().admin().delete(path).expecting(404);
  }

  @Test
  default void a_dry_run_tells_what_another_threshold_would_have_done() {
    var domain = someDomain();
    override(domain, "trusted").expecting(200);
    var id = product().send(Drafts.to("bob@" + domain)).expecting(202).text("id");
    var flagging = dryRun(Map.of("risk_threshold", 1, "risk_flag_from", 0)).expecting(200).json();
    var today = dryRun(Map.of("risk_threshold", 1)).expecting(200).json();
    assertAll(
        () -> assertTrue(names(flagging, id), flagging.toString()),
        () -> assertFalse(names(today, id), today.toString()),
        () -> assertTrue(flagging.path("then").path("flag").asInt() > 0, flagging.toString()));
  }

  @Test
  default void a_dry_run_is_for_auditors_and_takes_no_threshold_above_one() {
    dryRun(Map.of("risk_threshold", 2)).expecting(400);
    dryRun(Map.of("risk_threshold", 1, "risk_flag_from", 2)).expecting(400);
    product().agent().post(DRY_RUN, Map.of("risk_threshold", 0.5)).expecting(403);
  }

  private Answer dryRun(Map<String, ?> thresholds) {
    return product().admin().post(DRY_RUN, thresholds);
  }

  private static boolean names(JsonNode outcome, String id) {
    return outcome
        .path("changed")
        .valueStream()
        .anyMatch(each -> id.equals(each.path("id").asText()));
  }

  @Test
  default void a_domain_can_be_asked_about() {
    var answer =
        product().agent().get("/v1/domains/intelligence?domain=" + someDomain()).expecting(200);
    assertEquals(12, answer.json().path("signals").size());
    assertEquals(400, product().agent().get("/v1/domains/intelligence?domain=-").status());
  }

  @Test
  default void an_auditor_sees_how_far_the_judging_reached() {
    var domain = someDomain();
    override(domain, "blocked").expecting(200);
    var path = "/v1/domains/coverage";
    var before = product().admin().get(path).expecting(200).json();
    product().send(Drafts.to("bob@" + domain)).expecting(422);
    var after = product().admin().get(path).expecting(200).json();
    for (var count : List.of("messages", "judged", "blocked", "domains")) {
      assertTrue(before.path(count).asLong() < after.path(count).asLong(), count);
    }
    assertEquals(
        12, after.path("signals_on").size() + after.path("signals_off").size(), after.toString());
    assertEquals(
        0,
        product()
            .admin()
            .get(path + "?until=2020-01-01")
            .expecting(200)
            .json()
            .path("messages")
            .asInt());
    product().agent().get(path).expecting(403);
    product().admin().get(path + "?from=yesterday").expecting(400);
  }

  @Test
  default void an_operator_sets_thresholds_that_new_mailboxes_begin_with() {
    var path = "/v1/domains/policy";
    var before = product().admin().get(path).expecting(200).json();
    try {
      var wanted = Map.of("risk_threshold", 0.55, "risk_flag_from", 0.125);
      product().agent().put(path, wanted).expecting(403);
      product().overseer().put(path, wanted).expecting(403);
      product()
          .admin()
          .put(path, Map.of("risk_threshold", 0.1, "risk_flag_from", 0.2))
          .expecting(400);
      product().admin().put(path, Map.of("risk_threshold", 0.1)).expecting(400);
      product().admin().put(path, wanted).expecting(200);
      assertEquals(0.125, product().admin().get(path).json().path("risk_flag_from").asDouble());
      var address = "t" + UUID.randomUUID().toString().substring(0, 8) + "@made.example";
      var made =
          product().admin().post("/v1/mailboxes", Map.of("address", address)).expecting(201).json();
      assertEquals(0.55, made.path("risk_threshold").asDouble(), made.toString());
    } finally {
      product()
          .admin()
          .put(
              path,
              Map.of(
                  "risk_threshold",
                  before.path("risk_threshold").asDouble(),
                  "risk_flag_from",
                  before.path("risk_flag_from").asDouble()))
          .expecting(200);
    }
  }
}
