package dev.countersign.conformance.proofs;

import java.util.ArrayList;
import java.util.List;

/** The mistakes that the proofs must notice. */
public final class Faults {
  /** Planted in every build; {@code -Dcountersign.faults=all} plants the rest too. */
  private static final List<String> ALWAYS =
      List.of(
          "MessageRequires::approve without FORBIDDEN",
          "MessageRequires::approve without OWN_MESSAGE",
          "MessageRequires::approve without ALREADY_APPROVED",
          "MessageRequires::approve without STALE_DIGEST",
          "MessageRequires::beginDispatch without WRONG_STATUS",
          "MessageRequires::beginDispatch without NOT_DUE",
          "MessageRequires::beginDispatch without SUSPENDED",
          "MessageRequires::beginDispatch without READ_ONLY",
          "MessageRequires::beginDispatch without RISKY",
          "MessageRequires::beginDispatch without NEEDS_APPROVAL",
          "MessageRequires::settle without FORBIDDEN",
          "MessageRequires::read without HELD",
          "TenantRequires::grantable without SEND_AND_OVERSIGHT",
          "TenantRequires::grantable without NEEDS_OPERATOR",
          "TenantRequires::setMode without LOOSER",
          "TenantRequires::applyUpgrade without WRONG_CODE",
          "TenantRequires::operate without NEEDS_CODE",
          "an approval is not kept",
          "the mode at submission is forgotten",
          "unknown risk needs nobody",
          "a monitored mailbox sends without the copy",
          "a revoked key still works",
          "a time-out reads as clean",
          "a row of weights goes downwards",
          "the better recipient counts");

  private Faults() {}

  public static List<Fault> all(CoreSources sources) {
    List<Fault> faults = new ArrayList<>();
    for (String table : List.of("MessageRequires.java", "TenantRequires.java")) {
      faults.addAll(Fault.droppedGuards(table, sources.file(table)));
    }
    faults.addAll(standing());
    faults.addAll(values());
    faults.addAll(risk());
    return faults;
  }

  static List<Fault> always(CoreSources sources) {
    return all(sources).stream().filter(fault -> ALWAYS.contains(fault.name())).toList();
  }

  static int countAlways() {
    return ALWAYS.size();
  }

  private static List<Fault> standing() {
    return List.of(
        new Fault(
            "the mode at submission is forgotten",
            "Standing.java",
            "return Mode.stricter(v.mode, m.modeAtSubmission);",
            "return v.mode;",
            "Standing::governing"),
        new Fault(
            "unknown risk needs nobody",
            "Standing.java",
            "if (riskUnknown(v, m)) {\n      return 1;",
            "if (riskUnknown(v, m)) {\n      return 0;",
            "Standing::needed"),
        new Fault(
            "the lesser number of approvals is asked for",
            "Standing.java",
            "if (v.policy.requiredApprovals <= m.requiredAtSubmission) {",
            "if (v.policy.requiredApprovals >= m.requiredAtSubmission) {",
            "Standing::needed"),
        new Fault(
            "one approval too few is enough",
            "Standing.java",
            "return needed(v, m) <= m.approvals.count();",
            "return needed(v, m) <= m.approvals.count() + 1;",
            "Standing::enough"),
        new Fault(
            "a monitored mailbox sends without the copy",
            "Standing.java",
            "return v.mode == Mode.MONITORED || m.modeAtSubmission == Mode.MONITORED;",
            "return m.modeAtSubmission == Mode.MONITORED;",
            "Standing::carriesCopy"),
        new Fault(
            "risk is looked at where checks are off, and not where they are on",
            "Standing.java",
            "return 0 <= m.risk && v.policy.riskChecks && v.policy",
            "return 0 <= m.risk && !v.policy.riskChecks && v.policy",
            "Standing::risky"),
        new Fault(
            "released mail alone is hidden",
            "Standing.java",
            "        && !m.released\n        && (v.mode",
            "        && m.released\n        && (v.mode",
            "Standing::hidden"));
  }

  private static List<Fault> values() {
    return List.of(
        new Fault(
            "a revoked key still works",
            "Caller.java",
            "if (key.live && key.holder.is(who)) {",
            "if (key.holder.is(who)) {",
            "Caller::presenting"),
        new Fault(
            "another's key works",
            "Caller.java",
            "if (key.live && key.holder.is(who)) {",
            "if (key.live) {",
            "Caller::presenting"),
        new Fault(
            "a used code stands",
            "Presented.java",
            "now < code.expires && !code.used;",
            "now < code.expires;",
            "Presented::stands"),
        new Fault(
            "an expired code stands",
            "Presented.java",
            "return given && code.secret.is(secret) && now < code.expires",
            "return given && code.secret.is(secret)",
            "Presented::stands"),
        new Fault(
            "a code for one mode opens every mode",
            "Purpose.java",
            "return kind == UPGRADE && id == mailbox && this.target == target;",
            "return kind == UPGRADE && id == mailbox;",
            "Purpose::isUpgrade"),
        new Fault(
            "a code for one act is good for every act",
            "Purpose.java",
            "return kind == OPERATE && this.act.is(act);",
            "return kind == OPERATE;",
            "Purpose::isOperate"),
        new Fault(
            "a tenant's stop is not seen",
            "View.java",
            "box.policy, tenantSuspended || box.suspended || box.removed);",
            "box.policy, box.suspended || box.removed);",
            "View::of"),
        new Fault(
            "a new mailbox is as loose as it likes",
            "TenantStep.java",
            "Mode.stricter(mode, Mode.GATED_SEND)",
            "mode",
            "TenantStep::mailboxCreated"),
        new Fault(
            "a key may both send and decide",
            "Scopes.java",
            "return !(send && oversight);",
            "return true;",
            "Scopes::separated"),
        new Fault(
            "an approval counts twice",
            "Approvals.java",
            "return new Approvals(composer, digest, person, 0, 0);",
            "return new Approvals(composer, digest, person, person, 0);",
            "Approvals::with"),
        new Fault(
            "two digests that differ at the end are one",
            "Digest.java",
            "return a == other.a && b == other.b && c == other.c && d == other.d;",
            "return a == other.a && b == other.b && c == other.c;",
            "Digest::is"),
        new Fault(
            "an edit keeps the approvals",
            "Message.java",
            "Approvals.none(composer.id, digest),\n        sendAt,\n        gateTiming,\n        Risk.UNKNOWN,\n        modeAtSubmission",
            "approvals,\n        sendAt,\n        gateTiming,\n        Risk.UNKNOWN,\n        modeAtSubmission",
            "Message::withContent"),
        new Fault(
            "risky mail is routed on",
            "MessageEffect.java",
            "if (Standing.risky(v, m)) {",
            "if (false) {",
            "MessageEffect::routed"),
        new Fault(
            "an approval is not kept",
            "MessageEffect.java",
            "return route(v, m.withApproval(c.who.id));",
            "return route(v, m);",
            "MessageEffect::approve"),
        new Fault(
            "another approval gives more time",
            "MessageEffect.java",
            "if (status != Status.PENDING_SEND_APPROVAL || m.status == Status.PENDING_SEND_APPROVAL) {",
            "if (status != Status.PENDING_SEND_APPROVAL) {",
            "MessageEffect::deadline"),
        new Fault(
            "a lost message is called delivered",
            "MessageEffect.java",
            "if (delivered) {",
            "if (!delivered) {",
            "MessageEffect::settled"),
        new Fault(
            "a refused call has its effect",
            "MessageStep.java",
            "if (requires(v, c, m, act) != Refusal.NONE) {",
            "if (act.kind != Act.ACCEPTED && requires(v, c, m, act) != Refusal.NONE) {",
            "MessageStep::next"),
        new Fault(
            "an unknown outcome goes back to sending",
            "MessageStep.java",
            "return m.withStatus(Status.INDETERMINATE);",
            "return m.withStatus(Status.SENDING);",
            "MessageStep::effect"),
        new Fault(
            "whoever reports may settle",
            "MessageStep.java",
            "return MessageRequires.settle(c, m);",
            "return MessageRequires.report(c, m);",
            "MessageStep::requires"));
  }

  private static List<Fault> risk() {
    return List.of(
        new Fault(
            "a time-out reads as clean",
            "DomainScore.java",
            "if (level == Weights.UNKNOWN && w.essential) {",
            "if (false) {",
            "DomainScore::with"),
        new Fault(
            "a row of weights goes downwards",
            "Signal.java",
            "new Weights(true, 0, 60, 450, 650)",
            "new Weights(true, 0, 60, 650, 450)",
            "Signal::weights"),
        new Fault(
            "the better recipient counts",
            "DomainScore.java",
            "    if (threshold < one || threshold < other) {\n      if (one < other) {",
            "    if (threshold < one || threshold < other) {\n      if (other < one) {",
            "DomainScore::worse"),
        new Fault(
            "a score has no top",
            "DomainScore.java",
            "if (1000 - risk < more) {",
            "if (2000 - risk < more) {",
            "DomainScore::sum"),
        new Fault(
            "a worse level weighs less",
            "Weights.java",
            "      return second;\n",
            "      return 0;\n",
            "Weights::at"));
  }
}
