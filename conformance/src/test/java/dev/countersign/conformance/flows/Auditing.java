package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.AuditRun;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.SpoilingProxy;
import dev.countersign.conformance.running.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./countersign audit} on the ledger of the running server, after whatever was done to it.
 */
public interface Auditing extends OnProduct {
  @Test
  default void the_ledger_of_everything_that_was_done_verifies(@TempDir Path folder)
      throws IOException {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    product().decide(id, "approve").expecting(200);
    product().mail().onlyMailFor(recipient);
    var kept = folder.resolve("checkpoint");
    var saved = folder.resolve("export.jsonl");
    var keys = folder.resolve("keys.txt");
    Files.writeString(keys, product().anonymous().get(log() + "/keys").expecting(200).body());
    var first = AuditRun.of(product(), "--save", saved.toString(), "--since", kept.toString());
    assertEquals(0, first.status(), first::said);
    var second = AuditRun.of(product(), "--log-key", keys.toString(), "--since", kept.toString());
    assertEquals(0, second.status(), second::said);
    var offline = AuditRun.ofFile(saved, keys);
    assertEquals(0, offline.status(), offline::said);
    assertTrue(offline.output().startsWith("VERIFIED"), offline::said);
  }

  @Test
  default void a_row_that_was_changed_by_hand_is_found(@TempDir Path folder) {
    AuditRun.awaitEntries(product(), 5);
    var where = " WHERE tenant_id = ? AND log_index = 3";
    var tenant = product().firstRun().tenantId();
    var database = product().database();
    database.execute(
        "UPDATE ledger_entries SET leaf = REPLACE(leaf, '\"outcome\":\"ok\"', '\"outcome\":\"ko\"')"
            + where,
        tenant);
    try {
      var found = AuditRun.of(product());
      assertAll(
          () -> assertEquals(1, found.status(), found::said),
          () -> assertTrue(found.output().startsWith("NOT VERIFIED"), found::said),
          () -> assertTrue(found.output().contains("entry 3"), found::said),
          () -> assertTrue(found.output().contains("checkpoint_differs"), found::said));
    } finally {
      database.execute(
          "UPDATE ledger_entries SET leaf = REPLACE(leaf, '\"outcome\":\"ko\"', '\"outcome\":\"ok\"')"
              + where,
          tenant);
    }
  }

  @Test
  default void a_tile_that_is_not_of_the_entries_is_found() {
    AuditRun.awaitEntries(product(), 5);
    try (var proxy = new SpoilingProxy(AuditRun.here(product()), "/tile/0/000")) {
      var found = AuditRun.at(proxy.address(), product().firstRun().adminKey());
      assertAll(
          () -> assertEquals(1, found.status(), found::said),
          () -> assertTrue(found.output().contains("tile_differs"), found::said),
          () -> assertTrue(found.output().contains("1 findings"), found::said));
    }
  }

  @Test
  default void witnesses_that_were_given_are_counted() {
    var key = product().witness().key().toString();
    Waiting.until(
        "the witness has signed a checkpoint that is shown",
        () -> product().anonymous().get(log() + "/checkpoint").expecting(200).body(),
        note -> note.contains("\u2014 " + product().witness().key().name()));
    var run = AuditRun.of(product(), "--witness", key);
    assertEquals(0, run.status(), run::said);
    assertTrue(run.output().contains(" has signed "), run::said);
    assertFalse(run.output().contains("No witness"), run::said);
  }

  private String log() {
    return "/log/" + product().firstRun().tenantId();
  }
}
