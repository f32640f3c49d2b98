package dev.countersign.host.desk;

import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.suppression.SuppressionRow;
import dev.countersign.host.usage.Allowances;
import dev.countersign.kernel.Refusal;
import java.util.List;

/** How handing in a message ended. */
public sealed interface Submitted {
  record New(MessageRow message) implements Submitted {}

  /**
   * The same request under its idempotency key, or a moment later: the first message, as it is now.
   */
  record Replayed(MessageRow message) implements Submitted {}

  /** An answer with this very content was handed in a moment ago. */
  record Echoed(MessageRow message) implements Submitted {}

  /** The idempotency key is in use for another request. */
  record KeyReused() implements Submitted {}

  /** Taken in and blocked: a recipient's domain is riskier than the mailbox allows. */
  record Blocked(MessageRow message) implements Submitted {}

  /** Not taken in although the kernel would: nothing was stored. */
  sealed interface NotTaken extends Submitted {
    ErrorCode code();
  }

  /** Some recipients must not be written to. */
  record Suppressed(List<SuppressionRow> recipients) implements NotTaken {
    public Suppressed {
      recipients = List.copyOf(recipients);
    }

    @Override
    public ErrorCode code() {
      return ErrorCode.RECIPIENT_SUPPRESSED;
    }
  }

  /** The tenant or the mailbox has handed in as much as it may for now. */
  record OverAllowance(Allowances.Reached reached) implements NotTaken {
    @Override
    public ErrorCode code() {
      return reached.code();
    }
  }

  record Refused(Refusal why) implements Submitted {}
}
