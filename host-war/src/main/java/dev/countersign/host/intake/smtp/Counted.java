package dev.countersign.host.intake.smtp;

import java.io.IOException;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.CommandException;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/** A command of which no connection may give too many. */
final class Counted implements Command {
  private final Command command;
  private final Sittings sittings;
  private final int most;

  Counted(Command command, Sittings sittings, int most) {
    this.command = command;
    this.sittings = sittings;
    this.most = most;
  }

  @Override
  public void execute(String text, Session session) throws IOException, DropConnectionException {
    if (sittings.of(session).countCommand() > most) {
      throw new DropConnectionException(421, "4.7.0 Too many commands");
    }
    command.execute(text, session);
  }

  @Override
  public HelpMessage getHelp() throws CommandException {
    return command.getHelp();
  }

  @Override
  public String getName() {
    return command.getName();
  }
}
