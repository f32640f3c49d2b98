package dev.countersign.host.ledger;

import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Risk;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call, who made it and how it ended.
 *
 * @param at milliseconds since the epoch
 * @param action a snake_case verb, the kernel's name of the call
 * @param objectId what was acted on, as the caller named it
 * @param inForce the mailbox with the mode and policy that counted, as before the call
 * @param refusal null when the call was accepted, else the stable reason code
 * @param about the message as it is after the call
 * @param note the approver's note or the reason for a cancellation
 */
public record LedgerEntry(
    long at,
    Actor actor,
    String action,
    @Nullable String objectId,
    @Nullable InForce inForce,
    @Nullable String refusal,
    @Nullable Message about,
    @Nullable String note) {

  /** The policy that counted. */
  public record InForce(String mailboxId, Mode mode, long version) {
    public static InForce of(MailboxRow row) {
      return new InForce(row.id(), row.mailbox().mode(), row.version());
    }
  }

  private static final Pattern MINTED =
      Pattern.compile("(em|mbx|key|dom|ten)_[0-9A-HJKMNP-TV-Z]{26}");

  String outcome() {
    return refusal == null ? "ok" : "refused";
  }

  /**
   * {@return the object, if it is an id that was minted here; what was only typed may be anything}
   */
  @Nullable String mintedObject() {
    return objectId != null
            && MINTED.matcher(objectId).matches()
            && !Refusal.NOT_FOUND.code().equals(refusal)
        ? objectId
        : null;
  }

  static String text(Risk risk) {
    return switch (risk) {
      case Risk.Unknown() -> "unknown";
      case Risk.Unchecked() -> "unchecked";
      case Risk.Known(int thousandths) -> String.format(Locale.ROOT, "%.3f", thousandths / 1000.0);
    };
  }
}
