package dev.countersign.host.inbound;

import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.MessageId;
import dev.countersign.host.mail.Rfc5322;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Optional;

/**
 * A message from outside in the form in which all messages are stored and shown. Nothing that
 * strangers write keeps a message out: what has no proper form is shown as far as it can be.
 *
 * @param id its own Message-ID, where it has a proper one
 */
public record ReceivedMail(Draft content, Optional<MessageId> id) {
  private static final int RAW_SUBJECT_MAX = 12 * Draft.SUBJECT_CHARS_MAX;
  private static final EmailAddress NOBODY = EmailAddress.parse("unreadable@sender.invalid");

  /** Reads a message that came for this recipient. */
  public static ReceivedMail of(Received received, ReadingLimits limits) {
    try {
      MimeMessage message = Rfc5322.parse(received.message());
      return new ReceivedMail(
          content(message, received, limits), ReceivedAddresses.id(message, "Message-ID"));
    } catch (MessagingException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  private static Draft content(MimeMessage message, Received received, ReadingLimits limits)
      throws MessagingException {
    List<EmailAddress> from = ReceivedAddresses.in(message, "From");
    List<EmailAddress> to = ReceivedAddresses.in(message, "To");
    List<EmailAddress> cc = ReceivedAddresses.in(message, "Cc");
    boolean named = !to.isEmpty() || !cc.isEmpty();
    byte[] bytes = received.message();
    ReceivedParts parts =
        MimeSize.isTooMany(bytes)
            ? ReceivedParts.unopened(bytes, limits)
            : ReceivedParts.of(message, limits);
    return new Draft(
        from.isEmpty() ? NOBODY : from.getFirst(),
        to,
        cc,
        named ? List.of() : List.of(received.recipient()),
        subject(message),
        parts.body(),
        parts.attachments(),
        ReceivedAddresses.threading(message));
  }

  /** Encoded words take some times the room; decoding takes longer the longer they are. */
  private static String shortened(String raw) {
    return raw.length() <= RAW_SUBJECT_MAX ? raw : raw.substring(0, RAW_SUBJECT_MAX);
  }

  private static String subject(MimeMessage message) throws MessagingException {
    String raw = message.getHeader("Subject", " ");
    String unfolded = raw == null ? "" : MimeUtility.unfold(shortened(raw));
    try {
      return ShownText.line(MimeUtility.decodeText(unfolded), Draft.SUBJECT_CHARS_MAX);
    } catch (UnsupportedEncodingException e) {
      return ShownText.line(unfolded, Draft.SUBJECT_CHARS_MAX);
    }
  }
}
