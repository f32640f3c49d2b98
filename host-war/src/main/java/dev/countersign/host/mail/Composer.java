package dev.countersign.host.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Turns an approved draft into an RFC 5322 message. Bcc recipients and the overseer's copy are in
 * the envelope only.
 */
public final class Composer {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String NOBODY_NAMED = "undisclosed-recipients:;";

  private Composer() {}

  /**
   * {@return the message, byte for byte as it will be sent, and its envelope} Adding headers to the
   * message leaves what is there untouched.
   */
  public static ComposedMail compose(Draft draft, Stamp stamp) {
    try {
      MimeMessage built = new BuiltMessage(stamp.messageId());
      setHeaders(built, draft, stamp);
      setContent(built, MimeParts.of(draft, stamp.aiDisclosure()));
      built.saveChanges();
      // Read back, so that whoever signs the message sees what its reader will see.
      MimeMessage frozen = Rfc5322.parse(Rfc5322.bytes(built));
      return new ComposedMail(frozen, envelope(draft, stamp));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("a checked draft always has a message form", e);
    }
  }

  private static Envelope envelope(Draft draft, Stamp stamp) {
    Envelope envelope = new Envelope(draft.from(), draft.recipients());
    return stamp.overseerCopy().map(envelope::with).orElse(envelope);
  }

  private static void setHeaders(MimeMessage message, Draft draft, Stamp stamp)
      throws MessagingException {
    message.setHeader("Date", DATE.format(stamp.date()));
    message.setHeader("From", HeaderText.address(draft.from()));
    if (!draft.to().isEmpty()) {
      message.setHeader("To", HeaderText.addresses(draft.to()));
    } else if (draft.cc().isEmpty()) {
      message.setHeader("To", NOBODY_NAMED);
    }
    if (!draft.cc().isEmpty()) {
      message.setHeader("Cc", HeaderText.addresses(draft.cc()));
    }
    message.setHeader("Subject", HeaderText.unstructured(draft.subject(), "Subject: ".length()));
    message.setHeader("Message-ID", stamp.messageId().value());
    List<MessageId> references = draft.threading().references();
    if (draft.threading().inReplyTo().isPresent()) {
      message.setHeader("In-Reply-To", draft.threading().inReplyTo().get().value());
    }
    if (!references.isEmpty()) {
      message.setHeader("References", HeaderText.messageIds(references));
    }
  }

  // A message has the headers of its outermost part among its own.
  private static void setContent(MimeMessage message, MimeBodyPart root)
      throws MessagingException, IOException {
    if (root.getContent() instanceof Multipart multipart) {
      message.setContent(multipart);
    } else {
      message.setDataHandler(root.getDataHandler());
      message.setHeader("Content-Type", root.getContentType());
      message.setHeader("Content-Transfer-Encoding", root.getEncoding());
    }
  }

  /** Keeps the caller's Message-ID: Jakarta Mail would make one up on saving. */
  private static final class BuiltMessage extends MimeMessage {
    private final MessageId id;

    BuiltMessage(MessageId id) {
      super(Rfc5322.SESSION);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id.value());
    }
  }
}
