package dev.countersign.host.messages;

import dev.countersign.host.ids.EmailId;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.Status;
import java.util.Optional;

/**
 * Which messages of a mailbox are wanted, newest first.
 *
 * @param sender a part of the From field, in any case
 * @param subject a part of the subject, in any case
 * @param after milliseconds since the epoch, inclusive; {@code before} exclusive
 * @param since messages newer than this one
 * @param cursor messages older than this one
 * @param limit how many at most
 */
public record MailQuery(
    Optional<Status> status,
    Optional<Direction> direction,
    Optional<String> sender,
    Optional<String> subject,
    Optional<Long> after,
    Optional<Long> before,
    Optional<Boolean> attachments,
    Optional<EmailId> since,
    Optional<EmailId> cursor,
    int limit) {
  /** {@return the same, beginning further on} */
  MailQuery olderThan(Optional<EmailId> place) {
    return new MailQuery(
        status, direction, sender, subject, after, before, attachments, since, place, limit);
  }
}
