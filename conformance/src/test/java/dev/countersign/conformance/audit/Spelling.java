package dev.countersign.conformance.audit;

import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The kernel's values as they are spelled in entries. */
final class Spelling {
  private Spelling() {}

  static Map<String, Object> message(Message m) {
    Map<String, Object> map = new TreeMap<>();
    map.put("direction", m.direction().wire());
    map.put("composer", principal(m.composer()));
    map.put("digest", m.digest().hex());
    map.put(
        "approvals",
        m.approvals().stream()
            .map(a -> Map.of("person", a.person(), "digest", a.digest().hex()))
            .toList());
    map.put("send_at", m.sendAt());
    map.put("gate_timing", m.gateTiming().wire());
    map.put("risk", risk(m.risk()));
    map.put("mode_at_submission", m.modeAtSubmission().wire());
    map.put("required_at_submission", m.requiredAtSubmission());
    map.put("deadline", m.deadline());
    map.put("attempts", m.attempts());
    map.put("copied", m.copied());
    map.put("released", m.released());
    map.put("status", m.status().wire());
    return map;
  }

  static Map<String, Object> policy(Policy p) {
    Map<String, Object> map = new TreeMap<>();
    map.put("required_approvals", p.requiredApprovals());
    map.put("risk_threshold", p.riskThreshold());
    map.put("risk_checks", p.riskChecks());
    map.put("approval_lifetime", p.approvalLifetime());
    map.put("scheduling", p.scheduling());
    map.put("max_attempts", p.maxAttempts());
    return map;
  }

  static Map<String, Object> mailbox(Mailbox box) {
    Map<String, Object> map = policy(box.policy());
    map.put("mode", box.mode().wire());
    map.put("suspended", box.suspended());
    map.put("removed", box.removed());
    return map;
  }

  static Map<String, Object> key(Key key) {
    Map<String, Object> map = new TreeMap<>();
    map.put("holder", principal(key.holder()));
    map.put("maker", principal(key.maker()));
    map.put("scopes", scopes(key.scopes()));
    map.put("live", key.live());
    return map;
  }

  /** Without its secret. */
  static Map<String, Object> code(Code code) {
    Map<String, Object> map = new TreeMap<>();
    map.put("purpose", purpose(code.purpose()));
    map.put("expires", code.expires());
    map.put("spent", code.used());
    return map;
  }

  static Map<String, Object> purpose(Purpose purpose) {
    return purpose instanceof Purpose.Operate(Digest act)
        ? new TreeMap<>(Map.of("name", "operate", "act", act.hex()))
        : Map.of();
  }

  static Map<String, Object> principal(Principal who) {
    return new TreeMap<>(Map.of("role", who.role().wire(), "no", who.id()));
  }

  static Map<String, Object> caller(Caller caller) {
    Map<String, Object> map = principal(caller.who());
    map.put("scopes", scopes(caller.scopes()));
    return map;
  }

  static Object scopes(Scopes scopes) {
    return scopes.set().stream().map(Scope::wire).sorted().toList();
  }

  static Object risk(Risk risk) {
    return switch (risk) {
      case Risk.Unknown() -> "unknown";
      case Risk.Unchecked() -> "unchecked";
      case Risk.Known(int thousandths) -> thousandths;
    };
  }

  static String riskText(Risk risk) {
    return risk instanceof Risk.Known(int thousandths)
        ? String.format(Locale.ROOT, "%.3f", thousandths / 1000.0)
        : String.valueOf(risk(risk));
  }

  static Map<String, Object> call(MessageCall call) {
    Map<String, Object> map = named(name(call));
    switch (call) {
      case MessageCall.ScanResult(var digest, var risk) -> {
        map.put("digest", digest.hex());
        map.put("risk", risk(risk));
      }
      case MessageCall.Approve(var digest) -> map.put("digest", digest.hex());
      case MessageCall.Edit(var digest, var sendAt) -> {
        map.put("digest", digest.hex());
        map.put("send_at", sendAt);
      }
      case MessageCall.Reschedule(var sendAt) -> map.put("send_at", sendAt);
      case MessageCall.Settle(var delivered) -> map.put("delivered", delivered);
      case MessageCall.Report(var delivered) -> map.put("delivered", delivered);
      default -> {
        // The others have no arguments.
      }
    }
    return map;
  }

  static Map<String, Object> call(MailboxCall call) {
    Map<String, Object> map = named(name(call));
    switch (call) {
      case MailboxCall.SetMode(var mode) -> map.put("mode", mode.wire());
      case MailboxCall.SetPolicy(var policy) -> map.put("policy", policy(policy));
      default -> {
        // The others have no arguments here.
      }
    }
    return map;
  }

  static Map<String, Object> named(String name) {
    return new TreeMap<>(Map.of("name", name));
  }

  static String name(Object call) {
    return call.getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }
}
