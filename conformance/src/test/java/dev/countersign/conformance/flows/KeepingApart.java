package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.SecondTenant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may not do what: agents, operators, former holders of a key, other tenants. */
public interface KeepingApart extends OnProduct {
  @Test
  default void only_an_oversight_key_decides() {
    var id = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    var decision = Map.of("message_id", id, "decision", "approve");
    for (var key : List.of(product().agent(), product().admin())) {
      var refused = key.post("/decide_email", decision).expecting(403);
      assertEquals("forbidden", refused.text("code"));
    }
    assertEquals("pending_send_approval", product().status(id));
  }

  @Test
  default void an_oversight_key_and_an_admin_key_do_not_send() {
    for (var key : List.of(product().overseer(), product().admin())) {
      var refused =
          key.post(product().mailboxPath() + "/send", Drafts.to(Drafts.somebody())).expecting(403);
      assertEquals("forbidden", refused.text("code"));
    }
  }

  @Test
  default void no_key_holds_send_and_oversight() {
    var wanted =
        Map.of(
            "name",
            "both",
            "scopes",
            List.of("send", "oversight"),
            "approver_email",
            Drafts.somebody());
    var refused = product().admin().post("/v1/api-keys", wanted).expecting(403);
    assertEquals("send_and_oversight", refused.text("code"));
  }

  @Test
  default void a_revoked_key_is_a_stranger_from_that_moment_on() {
    var key = product().newKey("read", Map.of());
    var holder = product().anonymous().with(key.text("api_key"));
    holder.get("/v1/mailboxes").expecting(200);
    product().admin().delete("/v1/api-keys/" + key.text("id")).expecting(200);
    var refused = holder.get("/v1/mailboxes").expecting(401);
    assertEquals("unauthenticated", refused.text("code"));
  }

  @Test
  default void a_keys_secret_is_shown_once() {
    var key = product().newKey("read", Map.of());
    var list = product().admin().get("/v1/api-keys").expecting(200).body();
    assertAll(
        () -> assertEquals(1, count(key.text("id"), list)),
        () -> assertEquals(0, count(key.text("api_key"), list)));
  }

  @Test
  default void another_tenants_things_are_as_if_they_did_not_exist() {
    var other = SecondTenant.in(product().database());
    var owner = product().anonymous().with(other.agentKey());
    var id =
        owner
            .post("/v1/mailboxes/" + other.mailboxId() + "/send", Drafts.to(Drafts.somebody()))
            .expecting(202)
            .text("id");
    var mine = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    var overseers =
        List.of(
            decide(product().overseer(), id),
            decide(product().anonymous().with(other.oversightKey()), mine));
    var agents =
        List.of(
            product().agent().get("/v1/emails/" + id),
            product().agent().get("/v1/mailboxes/" + other.mailboxId() + "/emails"),
            product().agent().get("/v1/inbox?mailbox=" + other.mailboxAddress()),
            product().agent().post("/cancel_message", Map.of("message_id", id)),
            product().sendFrom(other.mailboxId(), Drafts.to(Drafts.somebody())),
            owner.get("/v1/emails/" + mine),
            owner.get(product().mailboxPath()));
    assertAll(
        Stream.concat(overseers.stream(), agents.stream())
            .map(answer -> () -> assertNotFound(answer)));
    assertEquals("pending_send_approval", product().status(mine));
  }

  private static Answer decide(Api overseer, String id) {
    return overseer.post("/decide_email", Map.of("message_id", id, "decision", "approve"));
  }

  private static void assertNotFound(Answer answer) {
    assertEquals(404, answer.status(), answer.body());
    assertEquals("not_found", answer.text("code"));
  }

  private static int count(String part, String whole) {
    return whole.split(Pattern.quote(part), -1).length - 1;
  }
}
