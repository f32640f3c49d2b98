package dev.countersign.host.ledger.actors;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.Actor;

/** Finds the key that an entry is signed with. */
public interface ActorKeys {
  /**
   * Inside the transaction that writes the entry.
   *
   * @param entry introduces the key if none has yet
   */
  ActorKey of(Actor actor, LedgerEntryId entry);
}
