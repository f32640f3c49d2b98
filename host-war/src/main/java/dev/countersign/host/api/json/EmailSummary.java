package dev.countersign.host.api.json;

import dev.countersign.host.domains.Report;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.messages.MessageRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in a list. Fields that are null here have no source yet: nothing reports delivery or
 * judges spam so far.
 *
 * @param erasedAt when its content was erased under the retention policy; null while it is there
 */
public record EmailSummary(
    String id,
    String messageId,
    String mailboxId,
    String threadId,
    String direction,
    String from,
    List<String> to,
    String subject,
    String status,
    String oversightMode,
    boolean hasAttachments,
    String receivedAt,
    String createdAt,
    @Nullable String sendAt,
    @Nullable String sentAt,
    @Nullable Integer spamScore,
    @Nullable String spamVerdict,
    @Nullable String deliveredAt,
    @Nullable String bouncedAt,
    @Nullable String bounceType,
    @Nullable String erasedAt,
    DomainIntelligence domainIntelligence) {

  /** From a row, its content, which may lack the attachments, and what it was judged by. */
  public static EmailSummary of(
      MessageRow row, Draft content, boolean hasAttachments, List<Report> reports) {
    var message = row.message();
    return new EmailSummary(
        row.id(),
        row.id(),
        row.mailbox().id(),
        row.threadId(),
        message.direction().wire(),
        content.from().toString(),
        Addresses.of(content.to()),
        content.subject(),
        message.status().wire(),
        message.modeAtSubmission().wire(),
        hasAttachments,
        Times.iso(row.createdAt()),
        Times.iso(row.createdAt()),
        Times.isoOrNull(message.sendAt()),
        Times.isoOrNull(row.handedOverAt()),
        null,
        null,
        null,
        null,
        null,
        Times.isoOrNull(row.erasedAt()),
        DomainIntelligence.of(message.risk(), reports));
  }
}
