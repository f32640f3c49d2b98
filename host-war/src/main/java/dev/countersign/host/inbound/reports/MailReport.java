package dev.countersign.host.inbound.reports;

import java.util.List;
import java.util.Optional;

/** What a mail server or a provider says of a message that went out. */
public sealed interface MailReport {
  /** A delivery status notification (RFC 3464). */
  record DeliveryStatus(List<OfRecipient> recipients) implements MailReport {}

  /**
   * A recipient called it spam (RFC 5965).
   *
   * @param returnPaths envelope senders that the report gives for the message
   * @param recipients that it names
   */
  record Complaint(List<String> returnPaths, List<String> recipients) implements MailReport {}

  /**
   * How it went for one recipient.
   *
   * @param address the one it ended at
   * @param original the one it was sent to, where the report says
   * @param status such as {@code 5.1.1} (RFC 3463)
   * @param diagnostic in the words of the server that refused it
   */
  record OfRecipient(
      String address,
      Optional<String> original,
      Fate fate,
      String status,
      Optional<String> diagnostic) {}

  /** What is reported (RFC 3464, section 2.3.3). */
  enum Fate {
    FAILED,
    DELIVERED,
    /** Delayed, relayed, expanded: nothing that is final. */
    UNDER_WAY
  }
}
