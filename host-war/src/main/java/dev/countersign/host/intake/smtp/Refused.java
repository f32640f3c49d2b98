package dev.countersign.host.intake.smtp;

import java.io.IOException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** A command that is not for this listener. */
final class Refused extends BaseCommand {
  private final String answer;

  Refused(String name, String answer) {
    super(name, answer);
    this.answer = answer;
  }

  @Override
  public void execute(String text, Session session) throws IOException {
    session.sendResponse(answer);
  }
}
