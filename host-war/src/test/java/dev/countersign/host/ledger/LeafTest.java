package dev.countersign.host.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.actors.ActorKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class LeafTest {
  private static final Actor ANN = new Actor("ten_1", "person", "person_1", 7L, "key_1", "req");
  private static final LedgerEntry CALL = LedgerEntry.of(1_700_000_000_000L, ANN, Action.CANCEL);

  /** Notes what it was asked to sign. */
  private static final class Witnessing implements ActorKey {
    final List<String> signed = new ArrayList<>();

    @Override
    public String kid() {
      return "k";
    }

    @Override
    public Optional<Introduction> introduction() {
      return Optional.empty();
    }

    @Override
    public byte[] sign(byte[] message) {
      signed.add(new String(message, StandardCharsets.UTF_8));
      return new byte[64];
    }
  }

  private static String leaf(LedgerEntry entry, ActorKey key) {
    var members = EntryMembers.of(LedgerEntryId.mint(), entry, key, null);
    return Leaf.signed(members, key, 16 << 10);
  }

  @Test
  void what_is_signed_is_the_purpose_and_the_very_bytes_that_stand_in_the_leaf()
      throws IOException {
    var key = new Witnessing();
    var leaf = leaf(CALL.on("em_01"), key);
    var entry = leaf.substring("{\"entry\":".length(), leaf.indexOf(",\"signature\""));
    assertEquals(List.of("countersign-ledger-entry-v1\n" + entry), key.signed);
    assertEquals(new JsonCanonicalizer(leaf).getEncodedString(), leaf);
  }

  @Test
  void an_entry_without_room_is_not_written_at_all() {
    var members = EntryMembers.of(LedgerEntryId.mint(), CALL, new Witnessing(), null);
    assertThrows(IllegalStateException.class, () -> Leaf.signed(members, new Witnessing(), 100));
  }

  @Test
  void an_id_that_the_caller_named_is_ours_only_if_the_call_was_accepted() {
    assertEquals("key_1", CALL.onNamed("key_1").mintedObject());
    assertNull(CALL.onNamed("key_1").refused("not_found").mintedObject());
    assertEquals("key_1", CALL.onNamed("key_1").refused("not_found").typedObject());
  }

  @Property(tries = 500)
  void whatever_is_written_stands_beside_the_leaf_in_canonical_form(
      @ForAll String note, @ForAll String typed) throws IOException {
    var entry = CALL.noting(note).onTyped(typed);
    var beside = Detached.of(entry).orElseThrow();
    assertEquals(new JsonCanonicalizer(beside.payload()).getEncodedString(), beside.payload());
    assertFalse(leaf(entry, new Witnessing()).contains("note"));
    assertNotEquals(beside.commitment(), Detached.of(entry).orElseThrow().commitment(), "salted");
  }

  @Test
  void a_call_of_which_nothing_was_written_has_nothing_beside_it() {
    assertEquals(Optional.empty(), Detached.of(CALL.on("em_01")));
  }
}
