package dev.countersign.host.ledger;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.actors.ActorKey;
import dev.countersign.host.ledger.actors.Signatory;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** An entry as the members of its JSON object; the published schema says what they mean. */
final class EntryMembers {
  private static final long VERSION = 1;

  private EntryMembers() {}

  static SortedMap<String, Object> of(
      LedgerEntryId id, LedgerEntry entry, ActorKey key, @Nullable String commitment) {
    var members =
        new Members()
            .with("v", VERSION)
            .with("id", id.toString())
            .with("tenant", entry.actor().log())
            .with("at", entry.at())
            .with("request_id", entry.actor().requestId())
            .with("actor", actor(entry.actor()))
            .with("action", entry.action().wire())
            .with("object", entry.mintedObject())
            .with("outcome", entry.outcome())
            .with("reason", entry.refusal())
            .with("detached", commitment);
    about(members, entry);
    key.introduction().ifPresent(said -> members.with("introduces", introduction(said)));
    return members.map();
  }

  private static void about(Members members, LedgerEntry entry) {
    if (entry.inForce() != null) {
      members
          .with("mailbox", entry.inForce().mailboxId())
          .with("oversight_mode", entry.inForce().mode().wire())
          .with("policy_version", entry.inForce().version());
    }
    if (entry.about() != null) {
      members
          .with("status", entry.about().status().wire())
          .with("digest", entry.about().digest().hex())
          .with("risk", LedgerEntry.text(entry.about().risk()));
    }
    if (entry.step() != null) {
      members.with("step", entry.step().members());
    }
  }

  private static SortedMap<String, Object> actor(Actor actor) {
    return new Members()
        .with("id", actor.id())
        .with("role", actor.role())
        .with("no", actor.no())
        .with("key_id", actor.keyId())
        .map();
  }

  private static SortedMap<String, Object> introduction(ActorKey.Introduction said) {
    return new Members()
        .with("jwk", said.jwk().members())
        .with("held_by", said.heldBy().wire())
        .with("principal", principal(said.principal()))
        .with("replaces", said.replaces().map(EntryMembers::replacement).orElse(null))
        .map();
  }

  private static SortedMap<String, Object> replacement(ActorKey.Replacement before) {
    return new Members().with("key", before.kid()).with("signature", before.signature()).map();
  }

  private static SortedMap<String, Object> principal(Signatory who) {
    return new Members().with("id", who.id()).with("role", who.role()).map();
  }
}
