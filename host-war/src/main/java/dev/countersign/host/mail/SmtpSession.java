package dev.countersign.host.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Turns what happened on one connection into an {@link Outcome}. */
final class SmtpSession implements MailTransport.Session {
  private static final int REPLY_CHARS_MAX = 500;

  private final SmtpConnection connection;

  SmtpSession(SmtpConnection connection) {
    this.connection = connection;
  }

  @Override
  public Outcome send(MimeMessage message, Envelope envelope) {
    byte[] bytes;
    try {
      bytes = Rfc5322.bytes(message);
    } catch (MessagingException e) {
      throw new IllegalArgumentException("the message cannot be written out", e);
    }
    Optional<Outcome> impossible = impossible(bytes.length, envelope);
    if (impossible.isPresent()) {
      return impossible.get();
    }
    try {
      connection.transmit(bytes, envelope);
      return new Outcome.Accepted(oneLine(connection.getLastServerResponse()));
    } catch (MessagingException e) {
      return connection.dataBegun() ? afterData(e) : beforeData(e);
    }
  }

  private Optional<Outcome> impossible(int size, Envelope envelope) {
    if (!connection.isOpen()) {
      return Optional.of(new Outcome.Deferred("The connection is closed."));
    }
    if (envelope.needsSmtpUtf8() && !connection.offersSmtpUtf8()) {
      return Optional.of(
          new Outcome.Failed("The mail server cannot take internationalised addresses."));
    }
    if (size > connection.sizeMax()) {
      return Optional.of(new Outcome.Failed("The message is larger than the mail server takes."));
    }
    return Optional.empty();
  }

  // Nothing of the message was given away, so without a permanent refusal it is safe to try again.
  private static Outcome beforeData(MessagingException e) {
    List<Refusal> refusals = refusals(e);
    Optional<Refusal> permanent = refusals.stream().filter(r -> r.code() / 100 == 5).findFirst();
    if (permanent.isPresent()) {
      return new Outcome.Failed(permanent.get().reply());
    }
    return new Outcome.Deferred(
        refusals.stream()
            .filter(r -> r.code() / 100 == 4)
            .findFirst()
            .map(Refusal::reply)
            .orElse("The connection was lost before the message was transmitted."));
  }

  private static Outcome afterData(MessagingException e) {
    if (e instanceof SMTPSendFailedException end) {
      String reply = oneLine(end.getMessage());
      switch (end.getReturnCode() / 100) {
        case 2:
          return new Outcome.Accepted(reply);
        case 4:
          return new Outcome.Deferred(reply);
        case 5:
          return new Outcome.Failed(reply);
        default:
          break;
      }
    }
    return new Outcome.Unknown("The connection was lost while the message was transmitted.");
  }

  private static List<Refusal> refusals(MessagingException first) {
    List<Refusal> refusals = new ArrayList<>();
    for (Exception e = first; e instanceof MessagingException m; e = m.getNextException()) {
      if (m instanceof SMTPAddressFailedException address) {
        refusals.add(new Refusal(address.getReturnCode(), oneLine(address.getMessage())));
      } else if (m instanceof SMTPSendFailedException command) {
        refusals.add(new Refusal(command.getReturnCode(), oneLine(command.getMessage())));
      }
    }
    return refusals;
  }

  private static String oneLine(@Nullable String reply) {
    String line = String.valueOf(reply).strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() > REPLY_CHARS_MAX ? line.substring(0, REPLY_CHARS_MAX) : line;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (MessagingException e) {
      // What was accepted stays accepted; there is nobody to tell.
    }
  }

  private record Refusal(int code, String reply) {}
}
