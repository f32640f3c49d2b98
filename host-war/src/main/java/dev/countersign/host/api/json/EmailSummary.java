package dev.countersign.host.api.json;

import dev.countersign.host.domains.Report;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.messages.ArrivalRow;
import dev.countersign.host.messages.MessageRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in a list.
 *
 * @param fromAddress without the name beside it; {@code toAddresses} likewise
 * @param spamScore in the whole points of the filter; null where none was asked
 * @param spamVerdict clean, flagged or quarantined, of mail that came in
 * @param deliveredAt when the first report of its arrival came
 * @param bouncedAt when the first report came that somebody did not get it
 * @param bounceType hard, if an address is known to be wrong, or soft
 * @param complainedAt when a recipient first called it spam
 * @param userLabel spam or not_spam, as somebody here has said since
 * @param erasedAt when its content was erased under the retention policy; null while it is there
 */
public record EmailSummary(
    String id,
    String messageId,
    String mailboxId,
    String threadId,
    String direction,
    String from,
    String fromAddress,
    List<String> to,
    List<String> toAddresses,
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
    @Nullable String userLabel,
    @Nullable String deliveredAt,
    @Nullable String bouncedAt,
    @Nullable String bounceType,
    @Nullable String complainedAt,
    @Nullable String erasedAt,
    DomainIntelligence domainIntelligence) {

  /**
   * From a row, its content, which may lack the attachments, what it was judged by, and how it came
   * in, if it did.
   */
  public static EmailSummary of(
      MessageRow row,
      Draft content,
      boolean hasAttachments,
      List<Report> reports,
      @Nullable ArrivalRow arrival) {
    var message = row.message();
    var reported = row.reported();
    return new EmailSummary(
        row.id(),
        row.id(),
        row.mailbox().id(),
        row.threadId(),
        message.direction().wire(),
        content.from().toString(),
        content.from().address(),
        Addresses.of(content.to()),
        content.to().stream().map(EmailAddress::address).toList(),
        content.subject(),
        message.status().wire(),
        message.modeAtSubmission().wire(),
        hasAttachments,
        Times.iso(row.createdAt()),
        Times.iso(row.createdAt()),
        Times.isoOrNull(message.sendAt()),
        Times.isoOrNull(row.handedOverAt()),
        arrival == null ? null : arrival.spamScore(),
        arrival == null ? null : arrival.spamVerdict().wire(),
        row.userLabel(),
        Times.isoOrNull(reported.deliveredAt()),
        Times.isoOrNull(reported.bouncedAt()),
        reported.bounceType(),
        Times.isoOrNull(reported.complainedAt()),
        Times.isoOrNull(row.erasedAt()),
        DomainIntelligence.of(message.risk(), reports));
  }
}
