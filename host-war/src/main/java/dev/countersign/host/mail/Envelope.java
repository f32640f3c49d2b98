package dev.countersign.host.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Who a message is from and to on the SMTP level (RFC 5321 §2.3.1), whatever its headers say.
 *
 * @param recipients each mailbox once, in the order of first mention, without display names
 */
public record Envelope(EmailAddress sender, List<EmailAddress> recipients) {
  public Envelope {
    sender = sender.bare();
    recipients = recipients.stream().map(EmailAddress::bare).distinct().toList();
    if (recipients.isEmpty()) {
      throw new InvalidMailException("no_recipients", "A message needs at least one recipient.");
    }
  }

  /** {@return the same envelope with one more recipient} */
  Envelope with(EmailAddress recipient) {
    List<EmailAddress> more = new ArrayList<>(recipients);
    more.add(recipient);
    return new Envelope(sender, more);
  }

  /** {@return whether the server needs SMTPUTF8 (RFC 6531) to take this envelope} */
  public boolean needsSmtpUtf8() {
    return sender.needsSmtpUtf8() || recipients.stream().anyMatch(EmailAddress::needsSmtpUtf8);
  }
}
