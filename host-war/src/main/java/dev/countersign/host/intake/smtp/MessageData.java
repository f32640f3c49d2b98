package dev.countersign.host.intake.smtp;

import dev.countersign.host.intake.Reception;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.subethamail.smtp.internal.io.DotTerminatedInputStream;
import org.subethamail.smtp.internal.io.DotUnstuffingInputStream;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/**
 * DATA: one answer for all recipients in SMTP, one for each in LMTP (RFC 2033, section 4.2). Only a
 * dot between CR LF and CR LF ends a message.
 */
final class MessageData extends BaseCommand {
  private final Protocol protocol;

  MessageData(Protocol protocol) {
    super("DATA", "The message, ended by a line with a dot alone.");
    this.protocol = protocol;
  }

  @Override
  public void execute(String text, Session session) throws IOException {
    if (!(session.getMessageHandler() instanceof Transaction transaction)
        || session.getRecipientCount() == 0) {
      session.sendResponse("503 5.5.1 First MAIL, then RCPT");
      return;
    }
    session.sendResponse("354 Go on; end with a line that has a dot alone");
    InputStream wire = new DotTerminatedInputStream(session.getRawInput());
    List<Reception> receptions = transaction.take(new DotUnstuffingInputStream(wire));
    List<Reception> answers = protocol == Protocol.LMTP ? receptions : List.of(oneFor(receptions));
    session.resetMailTransaction();
    for (Reception each : answers) {
      session.sendResponse(each.code() + " " + each.text());
    }
  }

  /** If one has to wait, all come again: who has the message already will not get it twice. */
  private static Reception oneFor(List<Reception> receptions) {
    return receptions.stream()
        .filter(Reception::later)
        .findFirst()
        .or(() -> receptions.stream().filter(Reception::taken).findFirst())
        .orElse(receptions.getFirst());
  }
}
