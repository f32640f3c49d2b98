package dev.countersign.conformance.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scope;
import dev.countersign.kernel.Scopes;
import dev.countersign.kernel.Status;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.stream.StreamSupport;

/** The kernel's values, read from what stands in an entry. */
final class KernelValues {
  static final Digest SECRET = new Digest(0, 0, 0, 0);
  private static final Digest ANOTHER_SECRET = new Digest(0, 0, 0, 1);

  private KernelValues() {}

  static Message message(JsonNode m) {
    return new Message(
        Direction.ofWire(m.path("direction").asText()).orElseThrow(),
        principal(m.path("composer")),
        digest(m),
        StreamSupport.stream(m.path("approvals").spliterator(), false)
            .map(given -> new Approval(given.path("person").asLong(), digest(given)))
            .toList(),
        m.path("send_at").asLong(),
        timing(m),
        risk(m.path("risk")),
        mode(m.path("mode_at_submission")),
        m.path("required_at_submission").asInt(),
        m.path("deadline").asLong(),
        m.path("attempts").asInt(),
        m.path("copied").asBoolean(),
        m.path("released").asBoolean(),
        Status.ofWire(m.path("status").asText()).orElseThrow());
  }

  static Mailbox mailbox(JsonNode box) {
    return new Mailbox(
        mode(box.path("mode")),
        policy(box),
        box.path("suspended").asBoolean(),
        box.path("removed").asBoolean());
  }

  static Policy policy(JsonNode p) {
    return new Policy(
        p.path("required_approvals").asInt(),
        p.path("risk_threshold").asInt(),
        p.path("risk_checks").asBoolean(),
        p.path("approval_lifetime").asLong(),
        p.path("scheduling").asBoolean(),
        p.path("max_attempts").asInt());
  }

  static Key key(JsonNode key) {
    return new Key(
        principal(key.path("holder")),
        principal(key.path("maker")),
        scopes(key.path("scopes")),
        key.path("live").asBoolean());
  }

  /** Whoever has a number presented a key; the parts of the server hold none. */
  static Caller caller(JsonNode c) {
    var who = principal(c);
    return who.id() == 0
        ? Caller.system(who.role())
        : Caller.presenting(who, new Key(who, who, scopes(c.path("scopes")), true));
  }

  static Principal principal(JsonNode who) {
    return new Principal(
        Role.ofWire(who.path("role").asText()).orElseThrow(), who.path("no").asLong());
  }

  static Scopes scopes(JsonNode words) {
    var scopes = EnumSet.noneOf(Scope.class);
    words.forEach(word -> scopes.add(Scope.ofWire(word.asText()).orElseThrow()));
    return Scopes.of(scopes);
  }

  static Mode mode(JsonNode word) {
    return Mode.ofWire(word.asText()).orElseThrow();
  }

  static GateTiming timing(JsonNode holder) {
    return GateTiming.ofWire(holder.path("gate_timing").asText()).orElseThrow();
  }

  static Digest digest(JsonNode holder) {
    return digest(holder, "digest");
  }

  static Digest digest(JsonNode holder, String name) {
    return Digest.ofBytes(HexFormat.of().parseHex(holder.path(name).asText()));
  }

  /** An entry says whether the code fitted, and nothing of the code. */
  static Presented presented(JsonNode call) {
    var shown = call.path("presented");
    return shown.isMissingNode()
        ? new Presented.None()
        : new Presented.WithCode(
            code(shown), shown.path("matches").asBoolean() ? SECRET : ANOTHER_SECRET);
  }

  static Code code(JsonNode code) {
    return new Code(
        purpose(code.path("purpose")),
        SECRET,
        code.path("expires").asLong(),
        code.path("spent").asBoolean());
  }

  static Purpose purpose(JsonNode purpose) {
    long no = purpose.path("no").asLong();
    return switch (purpose.path("name").asText()) {
      case "apply_upgrade" -> new Purpose.Upgrade(no, mode(purpose.path("target")));
      case "create_mailbox" -> new Purpose.CreateMailbox(no);
      case "create_key" ->
          new Purpose.CreateKey(principal(purpose.path("holder")), scopes(purpose.path("scopes")));
      case "patch_key" -> new Purpose.PatchKey(no, scopes(purpose.path("scopes")));
      case "revoke_key" -> new Purpose.RevokeKey(no);
      case "operate" -> new Purpose.Operate(digest(purpose, "act"));
      default -> throw new AssertionError("no code is good for " + purpose);
    };
  }

  static Risk risk(JsonNode risk) {
    return switch (risk.asText()) {
      case "unknown" -> new Risk.Unknown();
      case "unchecked" -> new Risk.Unchecked();
      default -> new Risk.Known(risk.asInt());
    };
  }
}
