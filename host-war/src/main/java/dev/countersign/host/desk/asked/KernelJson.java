package dev.countersign.host.desk.asked;

import dev.countersign.host.identity.CanonicalJson;
import dev.countersign.host.ledger.Members;
import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import java.util.List;
import java.util.SortedMap;

/** The kernel's values as they stand in entries. */
final class KernelJson {
  private KernelJson() {}

  /** A state before or after a call. */
  static Object state(Object state) {
    return switch (state) {
      case Message message -> message(message);
      case Mailbox mailbox -> mailbox(mailbox);
      case Key key -> key(key);
      case Code code -> code(code);
      case Boolean suspended -> suspended;
      default -> throw new IllegalArgumentException("no state of the kernel: " + state.getClass());
    };
  }

  static SortedMap<String, Object> message(Message m) {
    return new Members()
        .with("direction", m.direction().wire())
        .with("composer", principal(m.composer()))
        .with("digest", m.digest().hex())
        .with("approvals", m.approvals().stream().map(KernelJson::approval).toList())
        .with("send_at", number(m.sendAt()))
        .with("gate_timing", m.gateTiming().wire())
        .with("risk", risk(m.risk()))
        .with("mode_at_submission", m.modeAtSubmission().wire())
        .with("required_at_submission", number(m.requiredAtSubmission()))
        .with("deadline", number(m.deadline()))
        .with("attempts", number(m.attempts()))
        .with("copied", m.copied())
        .with("released", m.released())
        .with("status", m.status().wire())
        .map();
  }

  private static SortedMap<String, Object> approval(Approval approval) {
    return new Members()
        .with("person", number(approval.person()))
        .with("digest", approval.digest().hex())
        .map();
  }

  static Object risk(Risk risk) {
    return switch (risk) {
      case Risk.Unknown() -> "unknown";
      case Risk.Unchecked() -> "unchecked";
      case Risk.Known(int thousandths) -> number(thousandths);
    };
  }

  static SortedMap<String, Object> mailbox(Mailbox box) {
    return policyMembers(box.policy())
        .with("mode", box.mode().wire())
        .with("suspended", box.suspended())
        .with("removed", box.removed())
        .map();
  }

  static SortedMap<String, Object> policy(Policy policy) {
    return policyMembers(policy).map();
  }

  private static Members policyMembers(Policy policy) {
    return new Members()
        .with("required_approvals", number(policy.requiredApprovals()))
        .with("risk_threshold", number(policy.riskThreshold()))
        .with("risk_checks", policy.riskChecks())
        .with("approval_lifetime", number(policy.approvalLifetime()))
        .with("scheduling", policy.scheduling())
        .with("max_attempts", number(policy.maxAttempts()));
  }

  static SortedMap<String, Object> key(Key key) {
    return new Members()
        .with("holder", principal(key.holder()))
        .with("maker", principal(key.maker()))
        .with("scopes", scopes(key.scopes()))
        .with("live", key.live())
        .map();
  }

  /** Without its secret. */
  private static SortedMap<String, Object> code(Code code) {
    return new Members()
        .with("purpose", CallJson.purpose(code.purpose()))
        .with("expires", number(code.expires()))
        .with("spent", code.used())
        .map();
  }

  static SortedMap<String, Object> caller(Caller caller) {
    return new Members()
        .with("role", caller.who().role().wire())
        .with("no", number(caller.who().id()))
        .with("scopes", scopes(caller.scopes()))
        .map();
  }

  static SortedMap<String, Object> principal(Principal who) {
    return new Members().with("role", who.role().wire()).with("no", number(who.id())).map();
  }

  static List<String> scopes(Scopes scopes) {
    return scopes.set().stream().map(Scope::wire).sorted().toList();
  }

  /** As digits in a string, where not every JSON reader would keep the number exact. */
  static Object number(long number) {
    boolean exact = -CanonicalJson.INTEGER_MAX <= number && number <= CanonicalJson.INTEGER_MAX;
    return exact ? (Object) number : Long.toString(number);
  }
}
