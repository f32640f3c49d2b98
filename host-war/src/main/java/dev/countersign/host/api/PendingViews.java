package dev.countersign.host.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.countersign.host.api.json.AttachmentJson;
import dev.countersign.host.api.json.DomainIntelligence;
import dev.countersign.host.api.json.PendingItem;
import dev.countersign.host.api.json.PendingList;
import dev.countersign.host.api.json.Times;
import dev.countersign.host.desk.Standings;
import dev.countersign.host.domains.MessageDomains;
import dev.countersign.host.domains.Report;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.ReadableBody;
import dev.countersign.host.messages.AttachmentFacts;
import dev.countersign.host.messages.MailPage;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.recipients.KnownRecipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The approver's queue as JSON, each message as its recipient will see it. */
@ApplicationScoped
class PendingViews {
  @Inject Messages messages;
  @Inject Standings standings;
  @Inject EmailViews emails;
  @Inject MessageDomains domains;
  @Inject KnownRecipients recipients;

  PendingList list(MailPage page, long total) {
    var ids = page.rows().stream().map(MessageRow::id).toList();
    var attachments =
        messages.attachmentFacts(ids).stream()
            .collect(groupingBy(AttachmentFacts::messageId, mapping(AttachmentJson::of, toList())));
    var reports = domains.reports(ids);
    var items =
        page.rows().stream()
            .map(
                row ->
                    item(
                        row,
                        attachments.getOrDefault(row.id(), List.of()),
                        reports.getOrDefault(row.id(), List.of())))
            .toList();
    return PendingList.of(total, items, page.cursor().orElse(null));
  }

  private PendingItem item(MessageRow row, List<AttachmentJson> attachments, List<Report> reports) {
    var standing = standings.of(row);
    var message = row.message();
    var box = row.mailbox();
    var content = row.draft(List.of());
    var known = recipients.knownAmong(box, content.recipients());
    var readable = new ReadableBody(content.body(), box.aiDisclosure());
    return new PendingItem(
        EmailId.parse(row.id()).orElseThrow().pending(),
        row.id(),
        box.id(),
        box.address(),
        emails.composer(row),
        message.direction().wire(),
        content.from().toString(),
        texts(content.to()),
        texts(content.cc()),
        texts(content.bcc()),
        content.subject(),
        content.body().text(),
        readable.text(),
        content.body() instanceof Body.Markdown ? readable.htmlFragment() : null,
        attachments,
        message.digest().hex(),
        message.status().wire(),
        Times.iso(row.createdAt()),
        Times.iso(row.createdAt()),
        Times.isoOrNull(message.sendAt()),
        Times.isoOrNull(message.deadline()),
        standing.needed(),
        standing.approved(),
        standing.mode().wire(),
        DomainIntelligence.of(message.risk(), reports),
        known.size() == content.recipients().size(),
        texts(known));
  }

  private static List<String> texts(List<EmailAddress> addresses) {
    return addresses.stream().map(EmailAddress::toString).toList();
  }
}
