package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.json.DomainIntelligence;
import dev.countersign.host.api.json.RefusedDraft;
import dev.countersign.host.api.json.SendBody;
import dev.countersign.host.api.json.SentAnswer;
import dev.countersign.host.desk.SendRequest;
import dev.countersign.host.desk.SubmitDesk;
import dev.countersign.host.desk.Submitted;
import dev.countersign.host.domains.Domains;
import dev.countersign.host.domains.Judged;
import dev.countersign.host.domains.Judgement;
import dev.countersign.host.domains.MessageDomains;
import dev.countersign.host.domains.Report;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.InvalidMailException;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Handing in a message, in both dialects. */
@ApplicationScoped
public class Sending {
  @Inject SubmitDesk desk;
  @Inject CurrentCall call;
  @Inject Limits limits;
  @Inject Domains domains;
  @Inject MessageDomains kept;
  @Inject Transactions transactions;

  /** Nobody waits longer than the deadline; what is not known by then the scanner finds out. */
  private Optional<Judgement> judge(MailboxRow box, SendRequest request) {
    if (!box.mailbox().policy().riskChecks()) {
      return Optional.empty();
    }
    var recipients =
        request.draft().recipients().stream().map(EmailAddress::domain).distinct().toList();
    return Optional.of(
        domains.judge(box.tenantId(), recipients, limits.duration(Limit.DOMAIN_DEADLINE_MS)));
  }

  private static SendRequest completed(MailboxRow box, SendRequest asked) {
    try {
      return asked.on(box.letterhead());
    } catch (InvalidMailException e) {
      throw RefusedDraft.of(e);
    }
  }

  private static List<Report> soFar(Optional<Judgement> judgement) {
    return judgement.stream()
        .flatMap(known -> known.domains().stream())
        .map(Judged::report)
        .toList();
  }

  private List<Report> stored(MessageRow message) {
    return transactions
        .run(() -> kept.reports(List.of(message.id())))
        .getOrDefault(message.id(), List.of());
  }

  private Problem blocked(MessageRow message) {
    var intelligence = DomainIntelligence.of(message.risk(), stored(message));
    return RefusalAnswers.of(Refusal.RISKY)
        .with("id", message.id())
        .with("message_id", message.id())
        .with("status", message.message().status().wire())
        .with("domain_intelligence", intelligence)
        .with("domain_signals", intelligence.signals());
  }

  private static Problem suppressed(Submitted.Suppressed unwanted) {
    var addresses =
        unwanted.recipients().stream()
            .map(row -> Map.of("address", row.address(), "reason", row.reason().wire()))
            .toList();
    return Problem.of(
            unwanted.code(),
            "Mail does not go to "
                + addresses.getFirst().get("address")
                + "; leave out the addresses in suppressed, or have an operator take them off the"
                + " list.")
        .with("suppressed", addresses);
  }

  Response send(MailboxRow box, SendBody body) {
    return submit(box, body.request(sender(box), limits));
  }

  /** Whoever is in a mailbox's From field. */
  public static EmailAddress sender(MailboxRow box) {
    return EmailAddress.of(box.address(), Optional.ofNullable(box.displayName()));
  }

  /** Hands in what was asked for, with what the mailbox adds to it. */
  public Response submit(MailboxRow box, SendRequest asked) {
    var request = completed(box, asked);
    var judgement = judge(box, request);
    return switch (desk.submit(call.speaker(), Lookup.id(box), request, judgement)) {
      case Submitted.New(MessageRow message) ->
          Response.accepted(SentAnswer.accepted(message, soFar(judgement))).build();
      case Submitted.Replayed(MessageRow message) ->
          Response.ok(SentAnswer.repeated(message, stored(message))).build();
      case Submitted.Blocked(MessageRow message) -> throw blocked(message);
      case Submitted.Echoed(MessageRow message) ->
          throw Problem.of(
                  ErrorCode.DUPLICATE_CONTENT,
                  "This very answer was handed in a moment ago; id names it.")
              .with("id", message.id())
              .with("thread_id", message.threadId());
      case Submitted.KeyReused reused ->
          throw Problem.field(
              ErrorCode.IDEMPOTENCY_MISMATCH,
              "idempotency_key",
              "This idempotency key was used for another request; choose a new one.");
      case Submitted.Suppressed unwanted -> throw suppressed(unwanted);
      case Submitted.OverAllowance(var reached) -> throw reached.problem();
      case Submitted.Refused(Refusal why) -> throw RefusalAnswers.of(why);
    };
  }
}
