package dev.countersign.host.desk.asked;

import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Members;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Scopes;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The kernel's calls as they stand in entries: a name, and what is asked for. */
final class CallJson {
  private CallJson() {}

  static SortedMap<String, Object> of(MessageCall call) {
    var members = named(Actions.of(call));
    return switch (call) {
      case MessageCall.ScanResult(Digest digest, Risk risk) ->
          members.with("digest", digest.hex()).with("risk", KernelJson.risk(risk)).map();
      case MessageCall.Approve(Digest digest) -> members.with("digest", digest.hex()).map();
      case MessageCall.Edit(Digest digest, long sendAt) ->
          members.with("digest", digest.hex()).with("send_at", KernelJson.number(sendAt)).map();
      case MessageCall.Reschedule(long sendAt) ->
          members.with("send_at", KernelJson.number(sendAt)).map();
      case MessageCall.Settle(boolean delivered) -> members.with("delivered", delivered).map();
      case MessageCall.Report(boolean delivered) -> members.with("delivered", delivered).map();
      case MessageCall.Reject plain -> members.map();
      case MessageCall.Cancel plain -> members.map();
      case MessageCall.Release plain -> members.map();
      case MessageCall.Expire plain -> members.map();
      case MessageCall.BeginDispatch plain -> members.map();
      case MessageCall.Unreachable plain -> members.map();
      case MessageCall.Accepted plain -> members.map();
      case MessageCall.Failed plain -> members.map();
      case MessageCall.Deferred plain -> members.map();
      case MessageCall.OutcomeUnknown plain -> members.map();
      case MessageCall.Read plain -> members.map();
      case MessageCall.ReportSpam plain -> members.map();
      case MessageCall.NotSpam plain -> members.map();
    };
  }

  static SortedMap<String, Object> of(MailboxCall call) {
    var members = named(Actions.of(call));
    return switch (call) {
      case MailboxCall.SetMode(Mode mode) -> members.with("mode", mode.wire()).map();
      case MailboxCall.SetPolicy(Policy policy) ->
          members.with("policy", KernelJson.policy(policy)).map();
      case MailboxCall.ApplyUpgrade(Mode target, Presented by) ->
          members.with("target", target.wire()).with("presented", presented(by)).map();
      case MailboxCall.Suspend plain -> members.map();
      case MailboxCall.Lift plain -> members.map();
      case MailboxCall.Remove plain -> members.map();
    };
  }

  static Members named(Action action) {
    return new Members().with("name", action.wire());
  }

  /** Neither the code nor its digest stands in an entry, only whether they fitted. */
  static @Nullable Object presented(Presented by) {
    return switch (by) {
      case Presented.None() -> null;
      case Presented.WithCode(Code code, Digest secret) ->
          new Members()
              .with("purpose", purpose(code.purpose()))
              .with("expires", KernelJson.number(code.expires()))
              .with("spent", code.used())
              .with("matches", code.secret().equals(secret))
              .map();
    };
  }

  static SortedMap<String, Object> purpose(Purpose purpose) {
    return switch (purpose) {
      case Purpose.Upgrade(long mailbox, Mode target) ->
          named(Action.APPLY_UPGRADE).with("no", mailbox).with("target", target.wire()).map();
      case Purpose.CreateMailbox(long mailbox) ->
          named(Action.CREATE_MAILBOX).with("no", mailbox).map();
      case Purpose.CreateKey(Principal holder, Scopes scopes) ->
          named(Action.CREATE_KEY)
              .with("holder", KernelJson.principal(holder))
              .with("scopes", KernelJson.scopes(scopes))
              .map();
      case Purpose.PatchKey(long key, Scopes scopes) ->
          named(Action.PATCH_KEY).with("no", key).with("scopes", KernelJson.scopes(scopes)).map();
      case Purpose.RevokeKey(long key) -> named(Action.REVOKE_KEY).with("no", key).map();
      case Purpose.Operate(Digest act) ->
          new Members().with("name", "operate").with("act", act.hex()).map();
    };
  }
}
