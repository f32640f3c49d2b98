package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Modes, times and stops that keep a message back. */
public interface Restraining extends OnProduct {
  Duration SOON = Duration.ofSeconds(3);

  @Test
  default void a_read_only_mailbox_refuses_and_keeps_nothing() {
    var box = product().newMailbox();
    product()
        .agent()
        .patch("/v1/mailboxes/" + box, Map.of("oversight_mode", "read_only"))
        .expecting(200);
    var refused = product().sendFrom(box, Drafts.to(Drafts.somebody())).expecting(403);
    assertAll(
        () -> assertEquals("read_only", refused.text("code")),
        () -> assertEquals(0, product().emailsIn(box).size()));
  }

  @Test
  default void an_agent_may_tighten_its_mailbox_and_not_loosen_it() {
    var box = product().newMailbox();
    var path = "/v1/mailboxes/" + box;
    product().agent().patch(path, Map.of("oversight_mode", "gated_all")).expecting(200);
    var refused = product().agent().patch(path, Map.of("oversight_mode", "gated_send"));
    assertAll(
        () -> assertEquals(403, refused.status(), refused.body()),
        () -> assertEquals("looser", refused.text("code")),
        () -> assertEquals("gated_all", product().admin().get(path).text("oversight_mode")));
  }

  @Test
  default void a_monitored_mailbox_sends_at_once_and_copies_its_overseer() {
    var overseer = Drafts.somebody();
    var box = product().monitoredMailbox(overseer);
    var recipient = Drafts.somebody();
    var id = product().sendFrom(box, Drafts.to(recipient)).expecting(202).text("id");
    product().awaitStatus(id, "sent");
    product().mail().onlyMailFor(recipient);
    product().mail().onlyMailFor(overseer);
  }

  @Test
  default void a_monitored_mailbox_that_was_tightened_holds_what_was_scheduled() {
    var box = product().monitoredMailbox(Drafts.somebody());
    var recipient = Drafts.somebody();
    var id = product().sendFrom(box, scheduled(recipient, SOON)).expecting(202).text("id");
    product().awaitStatus(id, "scheduled");
    product()
        .agent()
        .patch("/v1/mailboxes/" + box, Map.of("oversight_mode", "gated_send"))
        .expecting(200);
    product().awaitStatus(id, "pending_send_approval");
    product().staysUndelivered(recipient);
    product().decide(id, "approve").expecting(200);
    product().mail().onlyMailFor(recipient);
  }

  @Test
  default void a_second_approval_that_is_asked_for_later_holds_an_approved_message() {
    var box = product().newMailbox();
    var recipient = Drafts.somebody();
    var id = product().sendFrom(box, scheduled(recipient, SOON)).expecting(202).text("id");
    product().awaitStatus(id, "pending_send_approval");
    product().decide(id, "approve").expecting(200);
    product().admin().patch("/v1/mailboxes/" + box, Map.of("required_approvals", 2)).expecting(200);
    product().awaitStatus(id, "pending_send_approval");
    product().staysUndelivered(recipient);
    product().decide(id, "approve").expecting(409);
    var somebodyElse = product().newKey("oversight", Map.of("approver_email", Drafts.somebody()));
    product()
        .anonymous()
        .with(somebodyElse.text("api_key"))
        .post("/decide_email", Map.of("message_id", id, "decision", "approve"))
        .expecting(200);
    product().mail().onlyMailFor(recipient);
  }

  @Test
  default void a_suspended_mailbox_takes_and_sends_nothing_until_the_stop_is_lifted() {
    var box = product().newMailbox();
    var recipient = Drafts.somebody();
    var id = product().sendFrom(box, scheduled(recipient, SOON)).expecting(202).text("id");
    product().awaitStatus(id, "pending_send_approval");
    product().decide(id, "approve").expecting(200);
    product().overseer().post("/v1/mailboxes/" + box + "/suspend", Map.of()).expecting(200);
    var refused = product().sendFrom(box, Drafts.to(Drafts.somebody())).expecting(403);
    assertEquals("suspended", refused.text("code"));
    product().staysUndelivered(recipient);
    Waiting.pause(SOON);
    product().overseer().post("/v1/mailboxes/" + box + "/lift", Map.of()).expecting(403);
    product().admin().post("/v1/mailboxes/" + box + "/lift", Map.of()).expecting(200);
    product().mail().onlyMailFor(recipient);
    product().awaitStatus(id, "sent");
  }

  @Test
  default void a_scheduled_message_leaves_when_its_time_has_come_and_not_before() {
    var recipient = Drafts.somebody();
    var draft = scheduled(recipient, Duration.ofSeconds(5));
    var sendAt = Instant.parse(String.valueOf(draft.get("send_at")));
    var id = product().sendAndAwaitHold(draft);
    product().decide(id, "approve").expecting(200);
    product().awaitStatus(id, "scheduled");
    product().mail().onlyMailFor(recipient);
    assertFalse(Instant.now().isBefore(sendAt), "it arrived before its time");
    product().awaitStatus(id, "sent");
  }

  @Test
  default void a_scheduled_message_that_nobody_approved_does_not_leave_when_its_time_has_come() {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(scheduled(recipient, Duration.ofSeconds(1)));
    product().staysUndelivered(recipient);
    assertEquals("pending_send_approval", product().status(id));
  }

  private static Map<String, Object> scheduled(String recipient, Duration ahead) {
    var time = Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    return Drafts.with(Drafts.to(recipient), "send_at", time.toString());
  }
}
