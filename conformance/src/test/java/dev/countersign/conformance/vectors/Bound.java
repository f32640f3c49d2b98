package dev.countersign.conformance.vectors;

import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Status;

/** The stated bound: what must all have been met, each with each. */
final class Bound {
  /** Approvals 0 to 3; due or not; risk not above the threshold, above, unknown; stopped or not. */
  static final int COMBINATIONS =
      Mode.values().length * GateTiming.values().length * Status.values().length * 4 * 2 * 3 * 2;

  private Bound() {}

  static String of(long now, Mailbox box, Message message, boolean suspended) {
    return String.join(
        " ",
        box.mode().name(),
        message.gateTiming().name(),
        message.status().name(),
        "" + message.approvals().size(),
        message.sendAt() <= now ? "due" : "later",
        risk(message.risk(), box.policy().riskThreshold()),
        suspended ? "stopped" : "running");
  }

  private static String risk(Risk risk, int threshold) {
    return switch (risk) {
      case Risk.Unknown() -> "unknown";
      case Risk.Unchecked() -> "unchecked";
      case Risk.Known(int score) -> score <= threshold ? "below" : "above";
    };
  }
}
