package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.ReceivedMail;
import dev.countersign.conformance.running.SecondTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mail for later, and what can still be changed about it. */
public interface Scheduling extends OnProduct {
  @Test
  default void other_content_is_scanned_again_and_what_is_approved_is_what_arrives() {
    var first = Drafts.somebody();
    var second = Drafts.somebody().replace("peer.example", "other.example");
    var id = scheduled(first, "schedule_first");
    var before = product().read(id).json();
    var changed = schedule(id, Map.of("to", second, "markdown", "Other words.", "send_at", soon()));
    assertEquals("pending_scan", changed.expecting(200).text("status"));
    product().awaitStatus(id, "pending_send_approval");
    var after = product().read(id).json();
    product().decide(id, "approve").expecting(200);
    var mail = new ReceivedMail(product().mail().onlyMailFor(second));
    product().staysUndelivered(first);
    assertAll(
        () -> assertNotEquals(before.path("digest"), after.path("digest")),
        () ->
            assertTrue(
                after
                    .path("domain_intelligence")
                    .path("domains")
                    .toString()
                    .contains("other.example"),
                after.toString()),
        () -> assertTrue(mail.text("text/plain").startsWith("Other words.\n")));
  }

  @Test
  default void an_approved_message_keeps_its_content_and_may_get_another_time() {
    var recipient = Drafts.somebody();
    var draft = Drafts.with(Drafts.to(recipient), "send_at", later());
    var id = product().sendAndAwaitHold(draft);
    product().decide(id, "approve").expecting(200);
    product().awaitStatus(id, "scheduled");
    assertAll(
        () ->
            assertEquals(
                "approved",
                schedule(id, Map.of("markdown", "Other words.")).expecting(409).text("code")),
        () -> schedule(id, Map.of("bcc", Drafts.somebody())).expecting(409),
        () ->
            assertEquals(
                "scheduled",
                schedule(id, Map.of("scheduled_at", soon())).expecting(200).text("status")));
    product().awaitStatus(id, "sent");
    product().mail().onlyMailFor(recipient);
  }

  @Test
  default void what_is_no_change_or_nobodys_to_make_is_refused() {
    var id = scheduled(Drafts.somebody(), "schedule_first");
    var held = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    var time = Map.of("send_at", later());
    var other = product().anonymous().with(product().newKey("send", Map.of()).text("api_key"));
    var stranger = product().anonymous().with(SecondTenant.in(product().database()).agentKey());
    var path = path(id);
    assertAll(
        () -> schedule(id, Map.of()).expecting(400),
        () -> schedule(id, Map.of("send_at", "2027-01-01T00:00:00+01:00")).expecting(400),
        () -> schedule(id, Map.of("to", "nobody")).expecting(400),
        () -> assertEquals("wrong_status", schedule(held, time).expecting(409).text("code")),
        () -> other.patch(path, time).expecting(403),
        () -> product().overseer().patch(path, time).expecting(403),
        () -> stranger.patch(path, time).expecting(404),
        () -> assertEquals("scheduled", product().status(id)));
  }

  @Test
  default void cancelling_is_done_once_and_said_twice_and_too_late_is_too_late() {
    var id = scheduled(Drafts.somebody(), "schedule_first");
    var cancel = product().mailboxPath() + "/emails/" + id + "/cancel";
    assertEquals(
        "cancelled", product().agent().post(cancel, Map.of()).expecting(200).text("status"));
    product().agent().post(cancel, Map.of()).expecting(200);
    assertEquals("wrong_status", schedule(id, Map.of("send_at", later())).text("code"));
    var recipient = Drafts.somebody();
    var sent = product().sendAndAwaitHold(Drafts.to(recipient));
    product().decide(sent, "approve").expecting(200);
    product().mail().onlyMailFor(recipient);
    product()
        .agent()
        .post(product().mailboxPath() + "/emails/" + sent + "/cancel", Map.of())
        .expecting(409);
  }

  private String scheduled(String recipient, String timing) {
    var draft = Drafts.with(Drafts.to(recipient), "send_at", later());
    var id = product().send(Drafts.with(draft, "gate_timing", timing)).expecting(202).text("id");
    product().awaitStatus(id, "scheduled");
    return id;
  }

  private Answer schedule(String id, Map<String, ?> change) {
    return product().agent().patch(path(id), change);
  }

  private String path(String id) {
    return product().mailboxPath() + "/emails/" + id + "/schedule";
  }

  private static String later() {
    return Instant.now().plus(Duration.ofDays(1)).toString();
  }

  private static String soon() {
    return Instant.now().plusMillis(200).toString();
  }
}
