package dev.countersign.conformance.simulation;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.Actor;
import dev.countersign.host.ledger.actors.ActorKey;
import dev.countersign.host.ledger.actors.ActorKeys;
import java.util.Optional;

/** In place of signing, which no schedule depends on. */
final class UnsignedEntries implements ActorKeys {
  private static final ActorKey NONE =
      new ActorKey() {
        @Override
        public String kid() {
          return "none";
        }

        @Override
        public Optional<Introduction> introduction() {
          return Optional.empty();
        }

        @Override
        public byte[] sign(byte[] message) {
          return new byte[64];
        }
      };

  @Override
  public ActorKey of(Actor actor, LedgerEntryId entry) {
    return NONE;
  }
}
