package dev.countersign.host.desk;

import dev.countersign.host.messages.MessageRow;
import dev.countersign.kernel.Refusal;

/** How handing in a message ended. */
public sealed interface Submitted {
  record New(MessageRow message) implements Submitted {}

  /** The same idempotency key with the same request: the first try's message, as it is now. */
  record Replayed(MessageRow message) implements Submitted {}

  /** The idempotency key is in use for another request. */
  record KeyReused() implements Submitted {}

  /** Taken in and blocked: a recipient's domain is riskier than the mailbox allows. */
  record Blocked(MessageRow message) implements Submitted {}

  record Refused(Refusal why) implements Submitted {}
}
