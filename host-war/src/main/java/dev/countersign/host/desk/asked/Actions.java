package dev.countersign.host.desk.asked;

import dev.countersign.host.ledger.Action;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.TenantCall;

/** The ledger's word for each of the kernel's calls; one without a word does not compile. */
public final class Actions {
  private Actions() {}

  public static Action of(MessageCall call) {
    return switch (call) {
      case MessageCall.ScanResult scan -> Action.SCAN_RESULT;
      case MessageCall.Approve approve -> Action.APPROVE;
      case MessageCall.Reject reject -> Action.REJECT;
      case MessageCall.Cancel cancel -> Action.CANCEL;
      case MessageCall.Edit edit -> Action.EDIT;
      case MessageCall.Reschedule reschedule -> Action.RESCHEDULE;
      case MessageCall.Release release -> Action.RELEASE;
      case MessageCall.Expire expire -> Action.EXPIRE;
      case MessageCall.BeginDispatch begin -> Action.BEGIN_DISPATCH;
      case MessageCall.Unreachable unreachable -> Action.UNREACHABLE;
      case MessageCall.Accepted accepted -> Action.ACCEPTED;
      case MessageCall.Failed failed -> Action.FAILED;
      case MessageCall.Deferred deferred -> Action.DEFERRED;
      case MessageCall.OutcomeUnknown unknown -> Action.OUTCOME_UNKNOWN;
      case MessageCall.Settle settle -> Action.SETTLE;
      case MessageCall.Report report -> Action.REPORT;
      case MessageCall.Read read -> Action.READ;
      case MessageCall.ReportSpam spam -> Action.REPORT_SPAM;
      case MessageCall.NotSpam notSpam -> Action.NOT_SPAM;
    };
  }

  public static Action of(MailboxCall call) {
    return switch (call) {
      case MailboxCall.SetMode mode -> Action.SET_MODE;
      case MailboxCall.SetPolicy policy -> Action.SET_POLICY;
      case MailboxCall.Suspend suspend -> Action.SUSPEND;
      case MailboxCall.Lift lift -> Action.LIFT;
      case MailboxCall.Remove remove -> Action.REMOVE;
      case MailboxCall.ApplyUpgrade upgrade -> Action.APPLY_UPGRADE;
    };
  }

  public static Action of(TenantCall call) {
    return switch (call) {
      case TenantCall.SuspendAll suspend -> Action.SUSPEND_ALL;
      case TenantCall.LiftAll lift -> Action.LIFT_ALL;
    };
  }

  /** What a list is called when the call has no word of its own. */
  public static Action of(Sight sight) {
    return switch (sight) {
      case INBOX -> Action.LOOK_AT_INBOX;
      case MAILBOXES -> Action.LOOK_AT_MAILBOXES;
      case PENDING -> Action.LOOK_AT_PENDING;
      case KEYS -> Action.LOOK_AT_KEYS;
      case LEDGER -> Action.LOOK_AT_LEDGER;
    };
  }
}
