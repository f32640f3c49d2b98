package dev.countersign.host.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One SMTP connection that knows whether the server has been given any of a message. */
final class SmtpConnection extends SMTPTransport {
  private boolean dataBegun;
  private boolean smtpUtf8;

  SmtpConnection(Session session, boolean implicitTls) {
    super(session, null, "smtp", implicitTls);
  }

  /** {@return whether the server answered 354, so that message bytes may have reached it} */
  boolean dataBegun() {
    return dataBegun;
  }

  boolean offersSmtpUtf8() {
    return super.supportsExtension("SMTPUTF8");
  }

  /** {@return whether there is still a connection, without asking the server} */
  boolean isOpen() {
    try {
      checkConnected();
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** {@return the most bytes the server says it takes (RFC 1870)} */
  long sizeMax() {
    String size = getExtensionParameter("SIZE");
    boolean known = size != null && size.matches("[1-9][0-9]{0,17}");
    return known ? Long.parseLong(size) : Long.MAX_VALUE;
  }

  void transmit(byte[] message, Envelope envelope) throws MessagingException {
    dataBegun = false;
    smtpUtf8 = envelope.needsSmtpUtf8();
    FinalMessage unchanged = new FinalMessage(session, message);
    unchanged.setEnvelopeFrom(envelope.sender().wireAddress());
    sendMessage(
        unchanged,
        envelope.recipients().stream()
            .map(EmailAddress::wireAddress)
            .map(SmtpConnection::recipient)
            .toArray(Address[]::new));
  }

  // Angus would ask for SMTPUTF8 whenever it is offered; then every later relay has to have it too.
  @Override
  public boolean supportsExtension(String extension) {
    return super.supportsExtension(extension) && (smtpUtf8 || !extension.equals("SMTPUTF8"));
  }

  @Override
  protected OutputStream data() throws MessagingException {
    OutputStream out = super.data();
    dataBegun = true;
    return out;
  }

  private static InternetAddress recipient(String address) {
    InternetAddress recipient = new InternetAddress();
    recipient.setAddress(address);
    return recipient;
  }

  /** Sends exactly the signed bytes; parsing serves only the transport's own questions. */
  private static final class FinalMessage extends SMTPMessage {
    private final byte[] bytes;

    FinalMessage(Session session, byte[] bytes) throws MessagingException {
      super(session, new ByteArrayInputStream(bytes));
      this.bytes = bytes;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
      out.write(bytes);
    }
  }
}
