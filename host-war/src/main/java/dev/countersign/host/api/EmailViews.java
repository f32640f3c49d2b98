package dev.countersign.host.api;

import dev.countersign.host.api.json.ApprovalJson;
import dev.countersign.host.api.json.AttachmentJson;
import dev.countersign.host.api.json.AuthenticationJson;
import dev.countersign.host.api.json.EmailDetail;
import dev.countersign.host.api.json.EmailList;
import dev.countersign.host.api.json.EmailSummary;
import dev.countersign.host.api.json.InboxEmail;
import dev.countersign.host.api.json.Times;
import dev.countersign.host.domains.MessageDomains;
import dev.countersign.host.domains.Report;
import dev.countersign.host.identity.IdentityVerification;
import dev.countersign.host.intake.IntakeSettings;
import dev.countersign.host.mail.Body;
import dev.countersign.host.messages.ApprovalRow;
import dev.countersign.host.messages.ArrivalRow;
import dev.countersign.host.messages.AttachmentFacts;
import dev.countersign.host.messages.MailPage;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.messages.Provenances;
import dev.countersign.host.messages.Tags;
import dev.countersign.host.signing.Verifications;
import dev.countersign.host.tenants.PrincipalRow;
import dev.countersign.host.tenants.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages as JSON. Everything here is called inside a transaction. */
@ApplicationScoped
public class EmailViews {
  @Inject Messages messages;
  @Inject Provenances arrivals;
  @Inject IntakeSettings intake;
  @Inject Tenants tenants;
  @Inject Verifications verifications;
  @Inject MessageDomains domains;
  @Inject Tags tags;

  public EmailList<EmailSummary> list(MailPage page) {
    var attached = withAttachments(page);
    var reports = domains.reports(ids(page));
    var came = arrivals.of(ids(page));
    return new EmailList<>(
        page.rows().stream().map(row -> summary(row, attached, reports, came)).toList(),
        page.cursor().orElse(null));
  }

  EmailList<InboxEmail> inbox(MailPage page) {
    var attached = withAttachments(page);
    var reports = domains.reports(ids(page));
    var beginnings = messages.transmittedBeginnings(ids(page));
    var came = arrivals.of(ids(page));
    return new EmailList<>(
        page.rows().stream()
            .map(
                row ->
                    new InboxEmail(
                        summary(row, attached, reports, came),
                        shown(headers(row, beginnings), came.get(row.id()))))
            .toList(),
        page.cursor().orElse(null));
  }

  public EmailDetail detail(MessageRow row) {
    var facts = messages.attachmentFacts(List.of(row.id()));
    var content = row.draft(List.of());
    var transmission = messages.transmission(row);
    var headers =
        transmission
            .map(sent -> TransmittedHeaders.of(sent.rfc822()))
            .orElse(TransmittedHeaders.NONE);
    var arrival = arrivals.of(row);
    var authentication = arrival.map(this::authentication).orElse(null);
    var approvals = row.approvals().stream().map(this::approval).toList();
    @Nullable ApprovalJson last = approvals.isEmpty() ? null : approvals.getLast();
    return new EmailDetail(
        EmailSummary.of(
            row,
            content,
            !facts.isEmpty(),
            domains.reports(List.of(row.id())).getOrDefault(row.id(), List.of()),
            arrival.orElse(null)),
        content.cc().stream().map(Object::toString).toList(),
        content.bcc().stream().map(Object::toString).toList(),
        content.body().text(),
        content.body().text(),
        content.body() instanceof Body.Markdown ? "markdown" : "text",
        facts.stream().map(AttachmentJson::of).toList(),
        tags.of(row),
        row.internetMessageId(),
        composer(row),
        row.message().digest().hex(),
        approvals,
        last == null ? null : last.approvedAt(),
        last == null ? null : last.personId(),
        shown(headers, arrival.orElse(null)),
        headers.identity(),
        transmission.map(sent -> verified(sent.rfc822())).orElse(null),
        authentication,
        row.serverReply(),
        row.rejectionNote());
  }

  private Map<String, String> shown(TransmittedHeaders headers, @Nullable ArrivalRow arrival) {
    return arrival == null
        ? headers.fields()
        : headers.vouchedFor(authentication(arrival).header());
  }

  private AuthenticationJson authentication(ArrivalRow arrival) {
    return AuthenticationJson.of(
        intake.host(), arrival.protocol(), arrival.envelopeFrom(), arrival.authentication());
  }

  /** Null for a message that nobody signed. */
  private @Nullable Boolean verified(byte[] rfc822) {
    return switch (verifications.verify(rfc822)) {
      case IdentityVerification.Verified verified -> true;
      case IdentityVerification.Refused refused -> false;
      case IdentityVerification.Unsigned unsigned -> null;
    };
  }

  /** The public id of whoever composed it; null for mail from outside. */
  @Nullable String composer(MessageRow row) {
    long no = row.composer().id();
    return no == 0 ? null : tenants.principal(no).id();
  }

  private ApprovalJson approval(ApprovalRow given) {
    PrincipalRow person = tenants.principal(given.personNo());
    return new ApprovalJson(
        person.id(), person.name(), person.address(), given.note(), Times.iso(given.givenAt()));
  }

  private static EmailSummary summary(
      MessageRow row,
      Set<String> attached,
      Map<String, List<Report>> reports,
      Map<String, ArrivalRow> came) {
    return EmailSummary.of(
        row,
        row.draft(List.of()),
        attached.contains(row.id()),
        reports.getOrDefault(row.id(), List.of()),
        came.get(row.id()));
  }

  private static TransmittedHeaders headers(MessageRow row, Map<String, byte[]> beginnings) {
    var beginning = beginnings.get(row.id());
    return beginning == null ? TransmittedHeaders.NONE : TransmittedHeaders.of(beginning);
  }

  private Set<String> withAttachments(MailPage page) {
    return messages.attachmentFacts(ids(page)).stream()
        .map(AttachmentFacts::messageId)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> ids(MailPage page) {
    return page.rows().stream().map(MessageRow::id).toList();
  }
}
