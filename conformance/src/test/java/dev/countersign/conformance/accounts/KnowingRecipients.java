package dev.countersign.conformance.accounts;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.SecondTenant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An allowlist tells whoever decides, and lets nothing past them. */
public interface KnowingRecipients extends OnProduct {
  private JsonNode pending(String id) {
    for (var item :
        product()
            .overseer()
            .get("/v1/oversight/pending?limit=100")
            .expecting(200)
            .json()
            .path("items")) {
      if (item.path("message_id").asText().equals(id)) {
        return item;
      }
    }
    throw new AssertionError(id + " is not in the queue");
  }

  @Test
  default void a_known_recipient_is_shown_to_the_approver_and_the_message_waits_all_the_same() {
    var box = product().newMailbox();
    var list = "/v1/mailboxes/" + box + "/allowlist";
    var known = Drafts.somebody();
    product().admin().post(list, Map.of("pattern", known, "note", "our lawyer")).expecting(201);
    var id = product().sendFrom(box, Drafts.to(known)).expecting(202).text("id");
    product().awaitStatus(id, "pending_send_approval");
    var hidden = Drafts.with(Drafts.to(known), "bcc", new String[] {Drafts.somebody()});
    var mixed = product().sendFrom(box, hidden).expecting(202).text("id");
    product().awaitStatus(mixed, "pending_send_approval");
    assertAll(
        () -> assertTrue(pending(id).path("recipients_known").asBoolean()),
        () -> assertEquals(known, pending(id).at("/known_recipients/0").asText()),
        () -> assertFalse(pending(mixed).path("recipients_known").asBoolean()),
        () -> assertEquals(1, pending(mixed).path("known_recipients").size()));
    product().staysUndelivered(known);
    assertEquals("pending_send_approval", product().status(id));
  }

  @Test
  default void only_an_operator_says_who_is_known_and_once_for_each() {
    var box = product().newMailbox();
    var list = "/v1/mailboxes/" + box + "/allowlist";
    var everybody = Map.of("pattern", "*@Peer.Example");
    var entry = product().admin().post(list, everybody).expecting(201).json();
    var path = list + "/" + entry.path("id").asText();
    var other = SecondTenant.in(product().database());
    var theirs = product().anonymous().with(other.operatorKey());
    assertAll(
        () -> assertEquals("*@peer.example", entry.path("pattern").asText()),
        () -> product().admin().post(list, everybody).expecting(409),
        () -> product().agent().post(list, everybody).expecting(403),
        () -> product().overseer().post(list, everybody).expecting(403),
        () -> product().admin().post(list, Map.of("pattern", "*")).expecting(400),
        () -> product().agent().delete(path).expecting(403),
        () -> theirs.get(list).expecting(404),
        () -> theirs.delete(path).expecting(404),
        () -> assertEquals(1, product().agent().get(list).json().path("count").asInt()));
    product().admin().delete(path).expecting(200);
    product().admin().delete(path).expecting(404);
  }
}
