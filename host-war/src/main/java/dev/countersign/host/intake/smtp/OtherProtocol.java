package dev.countersign.host.intake.smtp;

import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** A command of HTTP: whoever speaks it did not mean to speak to a mail server. */
final class OtherProtocol extends BaseCommand {
  OtherProtocol(String verb) {
    super(verb, "Not a command of mail.");
  }

  @Override
  public void execute(String text, Session session) throws DropConnectionException {
    throw new DropConnectionException(421, "4.7.0 This is no web server");
  }
}
