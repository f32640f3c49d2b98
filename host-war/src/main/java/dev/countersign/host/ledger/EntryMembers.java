package dev.countersign.host.ledger;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.actors.ActorKey;
import dev.countersign.host.ledger.actors.Signatory;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An entry as the members of its JSON object; the published schema says what they mean. */
final class EntryMembers {
  private static final long VERSION = 1;

  private final SortedMap<String, Object> members = new TreeMap<>();

  private EntryMembers() {}

  static SortedMap<String, Object> of(
      LedgerEntryId id, LedgerEntry entry, ActorKey key, @Nullable String commitment) {
    var e = new EntryMembers();
    e.put("v", VERSION);
    e.put("id", id.toString());
    e.put("tenant", entry.actor().log());
    e.put("at", entry.at());
    e.put("request_id", entry.actor().requestId());
    e.put("actor", actor(entry.actor()));
    e.put("action", entry.action());
    e.put("object", entry.mintedObject());
    e.about(entry);
    e.put("detached", commitment);
    key.introduction().ifPresent(said -> e.put("introduces", introduction(said)));
    return e.members;
  }

  private void about(LedgerEntry entry) {
    if (entry.inForce() != null) {
      put("mailbox", entry.inForce().mailboxId());
      put("oversight_mode", entry.inForce().mode().wire());
      put("policy_version", entry.inForce().version());
    }
    put("outcome", entry.outcome());
    put("reason", entry.refusal());
    if (entry.about() != null) {
      put("status", entry.about().status().wire());
      put("digest", entry.about().digest().hex());
      put("risk", LedgerEntry.text(entry.about().risk()));
    }
  }

  private static SortedMap<String, Object> actor(Actor actor) {
    var who = new EntryMembers();
    who.put("id", actor.id());
    who.put("role", actor.role());
    who.put("no", actor.no());
    who.put("key_id", actor.keyId());
    return who.members;
  }

  private static SortedMap<String, Object> introduction(ActorKey.Introduction said) {
    var members = new TreeMap<String, Object>();
    members.put("jwk", said.jwk().members());
    members.put("held_by", said.heldBy().wire());
    members.put("principal", principal(said.principal()));
    return members;
  }

  private static SortedMap<String, Object> principal(Signatory who) {
    var members = new TreeMap<String, Object>();
    members.put("id", who.id());
    members.put("role", who.role());
    return members;
  }

  /** What does not apply is absent, never null. */
  private void put(String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}
