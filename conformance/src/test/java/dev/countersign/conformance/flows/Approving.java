package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A message waits for a person, and what the person says happens. */
public interface Approving extends OnProduct {
  @Test
  default void a_message_from_a_gated_mailbox_waits_and_is_not_delivered() {
    var recipient = Drafts.somebody();
    var answer = product().send(Drafts.to(recipient)).expecting(202);
    assertTrue(
        List.of("pending_scan", "pending_send_approval").contains(answer.text("status")),
        answer.body());
    product().staysUndelivered(recipient);
    assertEquals("pending_send_approval", product().status(answer.text("id")));
  }

  @Test
  default void an_approved_message_is_delivered_once_and_a_second_approval_changes_nothing() {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    var approved = product().decide(id, "approve").expecting(200);
    assertTrue(
        List.of("approved", "approved_and_sent").contains(approved.text("status")),
        approved.body());
    product().mail().onlyMailFor(recipient);
    product().awaitStatus(id, "sent");
    product().decide(id, "approve").expecting(409);
    Waiting.holds(
        "one delivery",
        Duration.ofSeconds(2),
        () -> product().mail().mailFor(recipient).size(),
        count -> count == 1);
    assertEquals("sent", product().status(id));
  }

  @Test
  default void a_rejected_message_is_never_delivered() {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    assertEquals("rejected", product().decide(id, "reject").expecting(200).text("status"));
    product().decide(id, "approve").expecting(409);
    product().staysUndelivered(recipient);
    assertEquals("rejected", product().status(id));
  }

  @Test
  default void a_cancelled_message_is_never_delivered_and_cancelling_again_says_so() {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    var cancel = Map.of("message_id", id, "reason", "written to the wrong person");
    assertEquals(
        "cancelled",
        product().agent().post("/cancel_message", cancel).expecting(200).text("status"));
    product().agent().post("/cancel_message", cancel).expecting(200);
    product().decide(id, "approve").expecting(409);
    product().staysUndelivered(recipient);
    assertEquals("cancelled", product().status(id));
  }

  @Test
  default void both_dialects_decide_and_cancel() {
    var approved = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    var cancelled = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    product()
        .overseer()
        .post(
            "/v1/oversight/decide",
            Map.of("email_id", approved, "action", "approve", "reason", "fine"))
        .expecting(200);
    product()
        .agent()
        .post(product().mailboxPath() + "/emails/" + cancelled + "/cancel", Map.of())
        .expecting(200);
    product().awaitStatus(approved, "sent");
    assertEquals("cancelled", product().status(cancelled));
  }

  @Test
  default void an_approval_of_other_content_than_the_present_is_refused() {
    var id = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    var stale = Map.of("message_id", id, "decision", "approve", "digest", "0".repeat(64));
    var refused = product().overseer().post("/decide_email", stale).expecting(409);
    assertAll(
        () -> assertEquals("stale_digest", refused.text("code")),
        () -> assertEquals("pending_send_approval", product().status(id)));
  }
}
