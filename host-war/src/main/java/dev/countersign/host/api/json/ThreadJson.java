package dev.countersign.host.api.json;

import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.kernel.Direction;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conversation, its messages oldest first and without their texts.
 *
 * @param participants everybody who wrote or was written to, by bare address
 * @param lastActivity when the last message was written or came in, ISO 8601
 * @param hasUnansweredInbound the last message came from outside
 */
public record ThreadJson(
    String threadId,
    int messageCount,
    List<String> participants,
    String lastActivity,
    boolean hasUnansweredInbound,
    List<Email> emails) {
  /** A message of a conversation. */
  public record Email(
      String id,
      String from,
      List<String> to,
      String subject,
      String direction,
      String status,
      String receivedAt,
      boolean hasAttachments,
      @Nullable String deliveredAt,
      @Nullable String bouncedAt) {
    static Email of(MessageRow row, boolean hasAttachments) {
      var content = row.draft(List.of());
      return new Email(
          row.id(),
          content.from().toString(),
          Addresses.of(content.to()),
          content.subject(),
          row.message().direction().wire(),
          row.message().status().wire(),
          Times.iso(row.createdAt()),
          hasAttachments,
          Times.isoOrNull(row.reported().deliveredAt()),
          Times.isoOrNull(row.reported().bouncedAt()));
    }
  }

  /**
   * Of at least one message.
   *
   * @param messages oldest first
   * @param attached which of them have attachments, by id
   */
  public static ThreadJson of(List<MessageRow> messages, Set<String> attached) {
    var last = messages.getLast();
    return new ThreadJson(
        last.threadId(),
        messages.size(),
        messages.stream()
            .map(row -> row.draft(List.of()))
            .flatMap(ThreadJson::people)
            .distinct()
            .toList(),
        Times.iso(last.createdAt()),
        last.message().direction() == Direction.INBOUND,
        messages.stream().map(row -> Email.of(row, attached.contains(row.id()))).toList());
  }

  private static Stream<String> people(Draft content) {
    return Stream.of(List.of(content.from()), content.to(), content.cc())
        .flatMap(List::stream)
        .map(EmailAddress::address)
        .map(address -> address.toLowerCase(Locale.ROOT));
  }
}
