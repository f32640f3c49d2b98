package dev.countersign.conformance.sequences;

import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Refusal;
import java.util.Map;

/**
 * Cancels a message.
 *
 * @param flat by the founding documents' address, which does not name the mailbox
 */
record Cancel(String by, String message, boolean flat) implements Ask {
  @Override
  public String word() {
    return "cancel";
  }

  @Override
  public Request request(World world) {
    return flat || !world.boxOf.containsKey(message)
        ? Request.post("/cancel_message", Map.of("message_id", message))
        : Request.post(
            "/v1/mailboxes/" + world.boxOf(message) + "/emails/" + message + "/cancel", Map.of());
  }

  /** Twice is the same as once to the caller; the ledger knows better. */
  @Override
  public Outcome hear(World world, long now, Line line, Made made) {
    var outcome = Hearing.message(world, by, now, line, message, new MessageCall.Cancel());
    return Refusal.ALREADY_CANCELLED.code().equals(outcome.code())
        ? Outcome.fine(200, outcome.line()).saying(settled -> Map.of("/status", "cancelled"))
        : outcome;
  }

  @Override
  public String toString() {
    return by + " cancels " + message;
  }
}
