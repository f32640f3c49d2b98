package dev.countersign.host.ledger;

import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Risk;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One call, who made it and how it ended.
 *
 * @param at milliseconds since the epoch
 * @param inForce the mailbox with the mode and policy that counted, as before the call
 * @param refusal null when the call was accepted, else the stable reason code
 * @param about the message as it is after the call
 * @param note the approver's note or the reason for a cancellation
 * @param step what was asked of the kernel; null where the call ended before that
 */
public record LedgerEntry(
    long at,
    Actor actor,
    Action action,
    @Nullable LedgerObject object,
    @Nullable InForce inForce,
    @Nullable String refusal,
    @Nullable Message about,
    @Nullable String note,
    @Nullable Step step) {

  /** The policy that counted. */
  public record InForce(String mailboxId, Mode mode, long version) {
    public static InForce of(MailboxRow row) {
      return new InForce(row.id(), row.mailbox().mode(), row.version());
    }
  }

  /** A call that was accepted, of which no more is known yet. */
  public static LedgerEntry of(long at, Actor actor, Action action) {
    return new LedgerEntry(at, actor, action, null, null, null, null, null, null);
  }

  /** About something with an id of ours. */
  public LedgerEntry on(String mintedId) {
    return with(new LedgerObject.Minted(mintedId));
  }

  /** About something that is there if the call is accepted. */
  public LedgerEntry onNamed(String id) {
    return with(new LedgerObject.Named(id));
  }

  /** About something that the caller named, whether there is such a thing or not. */
  public LedgerEntry onTyped(@Nullable String text) {
    return text == null ? this : with(new LedgerObject.Typed(text));
  }

  private LedgerEntry with(LedgerObject what) {
    return new LedgerEntry(at, actor, action, what, inForce, refusal, about, note, step);
  }

  public LedgerEntry under(@Nullable InForce policy) {
    return new LedgerEntry(at, actor, action, object, policy, refusal, about, note, step);
  }

  public LedgerEntry refused(@Nullable String reason) {
    return new LedgerEntry(at, actor, action, object, inForce, reason, about, note, step);
  }

  public LedgerEntry about(@Nullable Message after) {
    return new LedgerEntry(at, actor, action, object, inForce, refusal, after, note, step);
  }

  public LedgerEntry noting(@Nullable String text) {
    return new LedgerEntry(at, actor, action, object, inForce, refusal, about, text, step);
  }

  public LedgerEntry showing(@Nullable Step asked) {
    return new LedgerEntry(at, actor, action, object, inForce, refusal, about, note, asked);
  }

  String outcome() {
    return refusal == null ? "ok" : "refused";
  }

  @Nullable String mintedObject() {
    return object != null && minted(object) ? object.text() : null;
  }

  @Nullable String typedObject() {
    return object == null || minted(object) ? null : object.text();
  }

  private boolean minted(LedgerObject what) {
    return switch (what) {
      case LedgerObject.Minted ours -> true;
      case LedgerObject.Named named -> refusal == null;
      case LedgerObject.Typed typed -> false;
    };
  }

  static String text(Risk risk) {
    return switch (risk) {
      case Risk.Unknown() -> "unknown";
      case Risk.Unchecked() -> "unchecked";
      case Risk.Known(int thousandths) -> String.format(Locale.ROOT, "%.3f", thousandths / 1000.0);
    };
  }
}
