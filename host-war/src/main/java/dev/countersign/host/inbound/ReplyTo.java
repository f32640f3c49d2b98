package dev.countersign.host.inbound;

import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.Rfc5322;
import jakarta.mail.MessagingException;
import java.util.List;

/** Where the author of a message wants answers (RFC 5322 §3.6.2). */
public final class ReplyTo {
  private ReplyTo() {}

  /**
   * {@return the addresses that have the right form; none for most messages}
   *
   * @param message or its beginning with the whole header section
   */
  public static List<EmailAddress> in(byte[] message) {
    try {
      return List.copyOf(ReceivedAddresses.in(Rfc5322.parse(message), "Reply-To"));
    } catch (MessagingException e) {
      return List.of();
    }
  }
}
