package dev.countersign.host.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.countersign.host.domains.Report;
import dev.countersign.host.messages.MessageRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sender is told.
 *
 * @param status where the message stands, or {@code already_sent} for a repeated request
 * @param idempotent true for a repeated request, else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentAnswer(
    String messageId,
    String id,
    String status,
    String threadId,
    String mailboxId,
    String oversightMode,
    String createdAt,
    @Nullable String sendAt,
    @Nullable Boolean idempotent,
    @Nullable String messageStatus,
    DomainIntelligence domainIntelligence) {
  /** A new message, with what is known of its recipients so far. */
  public static SentAnswer accepted(MessageRow row, List<Report> reports) {
    return of(row, row.message().status().wire(), null, null, reports);
  }

  public static SentAnswer repeated(MessageRow row, List<Report> reports) {
    return of(row, "already_sent", true, row.message().status().wire(), reports);
  }

  private static SentAnswer of(
      MessageRow row,
      String status,
      @Nullable Boolean idempotent,
      @Nullable String now,
      List<Report> reports) {
    var message = row.message();
    return new SentAnswer(
        row.id(),
        row.id(),
        status,
        row.threadId(),
        row.mailbox().id(),
        message.modeAtSubmission().wire(),
        Times.iso(row.createdAt()),
        Times.isoOrNull(message.sendAt()),
        idempotent,
        now,
        DomainIntelligence.of(message.risk(), reports));
  }
}
