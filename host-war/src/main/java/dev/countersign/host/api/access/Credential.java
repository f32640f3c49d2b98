package dev.countersign.host.api.access;

import dev.countersign.host.desk.Speaker;
import dev.countersign.host.ledger.Actor;

/** What a request presented as its right to call. */
sealed interface Credential {
  Actor actor();

  /** No key, or one that was never handed out here. */
  record Unknown(Actor actor) implements Credential {}

  record Revoked(Actor actor) implements Credential {}

  record Live(Speaker.KeyHolder speaker) implements Credential {
    @Override
    public Actor actor() {
      return speaker.actor();
    }
  }
}
