package dev.countersign.conformance.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.kernel.Arrival;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.SpamVerdict;
import dev.countersign.kernel.Submission;
import dev.countersign.kernel.TenantCall;
import dev.countersign.kernel.View;
import java.util.Locale;
import java.util.Optional;

/** Puts what stands in an entry's {@code step} to the kernel once more. */
final class KernelAgain {
  private final JsonNode entry;
  private final JsonNode step;

  private KernelAgain(JsonNode entry) {
    this.entry = entry;
    this.step = entry.path("step");
  }

  /** {@return in what the kernel's answer is another than the entry's; empty if it is the same} */
  static Optional<String> difference(JsonNode entry) {
    var again = new KernelAgain(entry);
    return switch (again.answer()) {
      case Decision.Refused<?>(var why) -> again.unlessRefused(why.code());
      case Decision.Allowed<?>(var next) -> again.unlessAllowed(next);
    };
  }

  private Optional<String> unlessRefused(String why) {
    boolean same = !step.has("after") && entry.path("reason").asText().equals(why);
    return same ? Optional.empty() : Optional.of("the kernel refuses: " + why);
  }

  private Optional<String> unlessAllowed(Object next) {
    if (!step.has("after")) {
      return Optional.of("the kernel allows it");
    }
    var after = step.path("after");
    Object recorded =
        switch (step.path("kind").asText()) {
          case "message" -> KernelValues.message(after);
          case "mailbox" -> KernelValues.mailbox(after);
          case "key" -> KernelValues.key(after);
          case "code" -> KernelValues.code(after);
          default -> after.asBoolean();
        };
    return recorded.equals(next) ? Optional.empty() : Optional.of("the kernel says " + next);
  }

  private Decision<?> answer() {
    var call = step.path("call");
    return switch (step.path("kind").asText()) {
      case "message" -> aboutMessage(call);
      case "mailbox" -> aboutMailbox();
      case "key" -> aboutKey(call);
      case "tenant" ->
          Authority.tenant(
              step.path("before").asBoolean(),
              caller(),
              call.path("name").asText().equals("lift_all")
                  ? new TenantCall.LiftAll()
                  : new TenantCall.SuspendAll());
      case "operate" -> Authority.operate(caller());
      case "act" ->
          call.path("name").asText().equals("confirm")
              ? Authority.confirm(
                  now(), caller(), KernelValues.digest(call, "act"), KernelValues.presented(call))
              : Authority.operate(
                  now(), caller(), KernelValues.digest(call, "act"), KernelValues.presented(call));
      case "code" ->
          Authority.requestCode(
              now(),
              false,
              caller(),
              KernelValues.purpose(call.path("purpose")),
              KernelValues.SECRET,
              step.has("mailbox")
                  ? Optional.of(KernelValues.mailbox(step.path("mailbox")))
                  : Optional.empty());
      case "annotate" -> Authority.annotate(caller());
      case "look" ->
          Authority.look(
              caller(), Sight.valueOf(call.path("sight").asText().toUpperCase(Locale.ROOT)));
      default -> throw new AssertionError("no such kind of step: " + step);
    };
  }

  private Decision<?> aboutMessage(JsonNode call) {
    var box = KernelValues.mailbox(step.path("mailbox"));
    boolean stopped = step.path("tenant_suspended").asBoolean();
    boolean taken = call.path("id_taken").asBoolean();
    return switch (call.path("name").asText()) {
      case "submit" ->
          Oversight.submit(
              now(),
              box,
              stopped,
              taken,
              caller(),
              new Submission(
                  KernelValues.digest(call),
                  call.path("send_at").asLong(),
                  KernelValues.timing(call)));
      case "receive" ->
          Oversight.receive(
              now(),
              box,
              stopped,
              taken,
              caller(),
              new Arrival(
                  KernelValues.digest(call),
                  SpamVerdict.ofWire(call.path("verdict").asText()).orElseThrow()));
      default ->
          Oversight.step(
              View.of(now(), box, stopped),
              caller(),
              KernelValues.message(step.path("before")),
              messageCall(call));
    };
  }

  private static MessageCall messageCall(JsonNode call) {
    boolean delivered = call.path("delivered").asBoolean();
    return switch (call.path("name").asText()) {
      case "scan_result" ->
          new MessageCall.ScanResult(
              KernelValues.digest(call), KernelValues.risk(call.path("risk")));
      case "approve" -> new MessageCall.Approve(KernelValues.digest(call));
      case "reject" -> new MessageCall.Reject();
      case "cancel" -> new MessageCall.Cancel();
      case "release" -> new MessageCall.Release();
      case "expire" -> new MessageCall.Expire();
      case "begin_dispatch" -> new MessageCall.BeginDispatch();
      case "unreachable" -> new MessageCall.Unreachable();
      case "accepted" -> new MessageCall.Accepted();
      case "failed" -> new MessageCall.Failed();
      case "deferred" -> new MessageCall.Deferred();
      case "outcome_unknown" -> new MessageCall.OutcomeUnknown();
      case "settle" -> new MessageCall.Settle(delivered);
      case "report" -> new MessageCall.Report(delivered);
      case "read" -> new MessageCall.Read();
      case "edit" -> new MessageCall.Edit(KernelValues.digest(call), call.path("send_at").asLong());
      case "reschedule" -> new MessageCall.Reschedule(call.path("send_at").asLong());
      case "report_spam" -> new MessageCall.ReportSpam();
      case "not_spam" -> new MessageCall.NotSpam();
      default -> throw new AssertionError("nobody can call " + call);
    };
  }

  private Decision<Mailbox> aboutMailbox() {
    long no = step.path("mailbox_no").asLong();
    var first = step.path("calls").path(0);
    if (first.path("name").asText().equals("create_mailbox")) {
      return Authority.createMailbox(
          now(),
          first.path("id_taken").asBoolean(),
          caller(),
          no,
          KernelValues.mode(first.path("mode")),
          KernelValues.policy(first.path("policy")),
          KernelValues.presented(first));
    }
    var next = KernelValues.mailbox(step.path("before"));
    for (var call : step.path("calls")) {
      switch (Authority.step(now(), next, no, caller(), mailboxCall(call))) {
        case Decision.Refused<Mailbox> refused -> {
          return refused;
        }
        case Decision.Allowed<Mailbox>(Mailbox after) -> next = after;
      }
    }
    return new Decision.Allowed<>(next);
  }

  private static MailboxCall mailboxCall(JsonNode call) {
    return switch (call.path("name").asText()) {
      case "set_mode" -> new MailboxCall.SetMode(KernelValues.mode(call.path("mode")));
      case "set_policy" -> new MailboxCall.SetPolicy(KernelValues.policy(call.path("policy")));
      case "suspend" -> new MailboxCall.Suspend();
      case "lift" -> new MailboxCall.Lift();
      case "remove" -> new MailboxCall.Remove();
      case "apply_upgrade" ->
          new MailboxCall.ApplyUpgrade(
              KernelValues.mode(call.path("target")), KernelValues.presented(call));
      default -> throw new AssertionError("nobody can call " + call);
    };
  }

  private Decision<Key> aboutKey(JsonNode call) {
    return switch (call.path("name").asText()) {
      case "found_tenant" ->
          new Decision.Allowed<>(
              Key.founding(KernelValues.principal(step.path("after").path("holder"))));
      case "create_key" ->
          Authority.createKey(
              now(),
              call.path("id_taken").asBoolean(),
              caller(),
              KernelValues.principal(call.path("holder")),
              KernelValues.scopes(call.path("scopes")),
              KernelValues.presented(call));
      case "patch_key" ->
          Authority.patchKey(
              now(),
              KernelValues.key(step.path("before")),
              step.path("key_no").asLong(),
              caller(),
              KernelValues.scopes(call.path("scopes")),
              KernelValues.presented(call));
      case "revoke_key" ->
          Authority.revokeKey(
              now(),
              KernelValues.key(step.path("before")),
              step.path("key_no").asLong(),
              caller(),
              KernelValues.presented(call));
      default -> throw new AssertionError("nobody can call " + call);
    };
  }

  private long now() {
    return step.path("now").asLong();
  }

  private Caller caller() {
    return KernelValues.caller(step.path("caller"));
  }
}
