package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What agents and overseers get to see. */
public interface Reading extends OnProduct {
  @Test
  default void an_agent_reads_what_it_sent_with_the_identity_it_was_sent_under() {
    var id = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    product().decide(id, "approve").expecting(200);
    product().awaitStatus(id, "sent");
    var email = product().read(id).expecting(200).json();
    var headers = email.path("identity_headers");
    assertAll(
        () -> assertEquals("Security review findings", email.path("subject").asText()),
        () -> assertEquals("All **seven** findings are closed.", email.path("markdown").asText()),
        () ->
            assertEquals(
                product().firstRun().tenantId(), headers.path("x-multimail-tenant").asText()),
        () -> assertTrue(headers.path("x-multimail-agent-id").asText().startsWith("agent_")),
        () -> assertEquals("gated_send", headers.path("x-multimail-oversight-mode").asText()),
        () -> assertTrue(headers.path("x-multimail-signature").asText().startsWith("30")),
        () -> assertTrue(email.path("identity_verified").asBoolean(), email.toString()),
        () -> assertTrue(email.path("domain_intelligence").has("risk_score")),
        () -> assertTrue(email.path("domain_intelligence").has("dmarc_policy")));
  }

  @Test
  default void the_pending_list_has_what_an_approver_needs_until_it_is_decided() {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    var item = pending(id).orElseThrow();
    assertAll(
        () -> assertEquals(id.replaceFirst("^em_", "pend_"), item.path("id").asText()),
        () -> assertEquals(recipient, item.path("to").path(0).asText()),
        () -> assertEquals("Security review findings", item.path("subject").asText()),
        () -> assertFalse(item.path("created_at").asText().isEmpty()),
        () -> assertTrue(item.path("agent_id").asText().startsWith("agent_")),
        () -> assertTrue(item.path("domain_intelligence").has("risk_score")),
        () -> assertTrue(item.path("domain_intelligence").has("dmarc_policy")),
        () -> assertEquals(64, item.path("digest").asText().length()));
    product().decide(id, "reject").expecting(200);
    assertTrue(pending(id).isEmpty());
  }

  @Test
  default void approving_with_the_digest_of_the_pending_list_is_accepted() {
    var id = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    var digest = pending(id).orElseThrow().path("digest").asText();
    var decision = Map.of("email_id", id, "action", "approve", "digest", digest);
    product().overseer().post("/v1/oversight/decide", decision).expecting(200);
    product().awaitStatus(id, "sent");
  }

  @Test
  default void the_inbox_by_address_has_the_newest_first_with_the_headers_it_left_with() {
    var id = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    product().decide(id, "approve").expecting(200);
    product().awaitStatus(id, "sent");
    var newest = product().inbox(1).path("emails");
    assertAll(
        () -> assertEquals(1, newest.size()),
        () -> assertEquals(id, newest.path(0).path("id").asText()),
        () -> assertTrue(newest.path(0).path("headers").has("X-MultiMail-Identity")));
  }

  @Test
  default void pages_of_a_mailbox_follow_one_another_without_gap_or_overlap() {
    var box = product().newMailbox();
    var ids = new ArrayDeque<String>();
    for (int i = 0; i < 3; i++) {
      ids.addFirst(product().sendFrom(box, Drafts.to(Drafts.somebody())).expecting(202).text("id"));
    }
    var first = product().agent().get("/v1/mailboxes/" + box + "/emails?limit=2").json();
    var cursor = first.path("cursor").asText();
    var second =
        product()
            .agent()
            .get("/v1/mailboxes/" + box + "/emails?limit=2&cursor=" + cursor)
            .expecting(200)
            .json();
    var seen = new ArrayList<String>();
    first.path("emails").forEach(email -> seen.add(email.path("id").asText()));
    second.path("emails").forEach(email -> seen.add(email.path("id").asText()));
    assertAll(
        () -> assertEquals(List.copyOf(ids), seen),
        () -> assertTrue(second.path("cursor").isNull()));
  }

  private Optional<JsonNode> pending(String id) {
    var mailbox = URLEncoder.encode(product().firstRun().mailboxAddress(), StandardCharsets.UTF_8);
    var list =
        product().overseer().get("/v1/oversight/pending?mailbox=" + mailbox).expecting(200).json();
    assertEquals(list.path("total").asInt(), list.path("items").size());
    return StreamSupport.stream(list.path("items").spliterator(), false)
        .filter(item -> item.path("message_id").asText().equals(id))
        .findFirst();
  }
}
