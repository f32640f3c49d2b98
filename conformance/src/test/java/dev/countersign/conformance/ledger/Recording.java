package dev.countersign.conformance.ledger;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.host.ledger.Action;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whatever the server did stands in the ledger, and a stranger can check it there. */
public interface Recording extends OnProduct {
  private void busyDay() {
    var id = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    product().agent().post("/decide_email", Map.of("message_id", id, "decision", "approve"));
    product().decide(id, "approve").expecting(200);
    var other = product().sendAndAwaitHold(Drafts.to(Drafts.somebody()));
    product().agent().post("/cancel_message", Map.of("message_id", other)).expecting(200);
    var box = product().newMailbox();
    var settings = Map.of("risk_checks", false, "oversight_mode", "gated_all");
    product().admin().patch("/v1/mailboxes/" + box, settings).expecting(200);
    product().agent().patch("/v1/mailboxes/" + box, settings).expecting(403);
    var key = product().newKey("read", Map.of()).text("id");
    product().admin().delete("/v1/api-keys/" + key).expecting(200);
    product().anonymous().get("/v1/mailboxes").expecting(401);
    product().anonymous().get("/approvals").expecting(200);
  }

  private JsonSchema schema(String part) {
    var base = "https://countersign.dev/schemas/";
    var served =
        Map.of(
            base + "ledger-entry-1.json",
            product().anonymous().get("/schemas/ledger-entry-1.json").expecting(200).body(),
            base + "ledger-actions-1.json",
            product().anonymous().get("/schemas/ledger-actions-1.json").expecting(200).body());
    return JsonSchemaFactory.getInstance(
            VersionFlag.V202012, factory -> factory.schemaLoaders(from -> from.schemas(served)))
        .getSchema(SchemaLocation.of(base + "ledger-entry-1.json" + part));
  }

  @Test
  default void every_entry_is_canonical_signed_by_its_actor_and_of_the_published_schema() {
    busyDay();
    var schema = schema("#/$defs/leaf");
    var leaves = Leaf.in(product().database());
    Map<String, String> keys = new HashMap<>();
    for (var leaf : leaves) {
      leaf.learn(keys);
      assertTrue(leaf.canonical(), leaf.text());
      assertTrue(leaf.signed(keys), leaf.text());
      assertEquals(List.of(), List.copyOf(schema.validate(leaf.json())), leaf.text());
    }
    assertTrue(leaves.size() > 30, leaves.size() + " entries");
    var first = leaves.getFirst();
    assertAll(
        () -> assertFalse(Leaf.of(first.text().replace("\"v\":1", "\"v\":2")).signed(keys)),
        () -> assertFalse(Leaf.of(unsigned(first)).signed(keys)),
        () -> assertNotEquals(List.of(), invalid(schema, first, "note", "call me")),
        () -> assertNotEquals(List.of(), invalid(schema, first, "action", "shred")));
  }

  private static String unsigned(Leaf leaf) {
    var value = leaf.json().path("signature").path("value").asText();
    return leaf.text().replace(value, "A".repeat(value.length()));
  }

  private static List<?> invalid(JsonSchema schema, Leaf leaf, String member, String value) {
    JsonNode changed = leaf.json().deepCopy();
    ((ObjectNode) changed.path("entry")).put(member, value);
    return List.copyOf(schema.validate(changed));
  }

  @Test
  default void the_kernel_answers_every_recorded_step_as_it_did() {
    busyDay();
    var steps =
        Leaf.in(product().database()).stream()
            .map(Leaf::entry)
            .filter(entry -> entry.has("step"))
            .toList();
    for (var entry : steps) {
      KernelAgain.difference(entry)
          .ifPresent(
              difference -> {
                throw new AssertionError(difference + ", unlike " + entry);
              });
    }
    assertTrue(steps.size() > 20, steps.size() + " steps");
    assertEquals(List.of(), steps.stream().filter(Recording::lies).toList());
  }

  /** A planted fault: the same entry with another call, or by somebody who may do nothing. */
  private static boolean lies(JsonNode entry) {
    ObjectNode forged = entry.deepCopy();
    var step = (ObjectNode) forged.path("step");
    switch (entry.path("action").asText()) {
      case "approve", "begin_dispatch" -> ((ObjectNode) step.path("call")).put("name", "reject");
      case "update_mailbox", "submit" -> ((ObjectNode) step.path("caller")).putArray("scopes");
      default -> {
        return false;
      }
    }
    return step.has("after") && KernelAgain.difference(forged).isEmpty();
  }

  @Test
  default void the_published_actions_are_those_of_the_code() {
    var published =
        product().anonymous().get("/schemas/ledger-actions-1.json").expecting(200).json();
    assertEquals(
        Arrays.stream(Action.values()).map(Action::wire).toList(),
        StreamSupport.stream(published.path("oneOf").spliterator(), false)
            .map(one -> one.path("const").asText())
            .toList());
  }
}
