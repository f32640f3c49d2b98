package dev.countersign.conformance.simulation;

import dev.countersign.host.dispatch.Outgoing;
import dev.countersign.host.mail.ComposedMail;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.Envelope;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.TransmissionRow;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** What leaves names its row and is not signed: composing is tried elsewhere, and takes long. */
final class BareOutgoing extends Outgoing {
  private static final EmailAddress SOMEBODY = EmailAddress.parse("somebody@peer.example");

  @Override
  public ComposedMail compose(MessageRow row) {
    try {
      var message = new MimeMessage((Session) null);
      message.setHeader(ScriptedMailServer.ROW, row.id());
      return new ComposedMail(message, new Envelope(SOMEBODY, List.of(SOMEBODY)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public TransmissionRow transmission(MessageRow row, ComposedMail mail) {
    return new TransmissionRow(row.id(), new byte[] {1}, SOMEBODY.toString(), 0);
  }
}
