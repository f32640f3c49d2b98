package dev.countersign.host.intake.smtp;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.server.Session;

/**
 * MAIL, refused before anything is sent where the size that is announced is too large (RFC 1870).
 */
final class SizedMail extends BaseCommand {
  private static final Pattern SIZE = Pattern.compile("\\sSIZE=0*(\\d+)");
  private static final int LONGEST_COUNTED = 9;

  private final Command mail;

  SizedMail(Command mail) {
    super("MAIL", "Specifies the sender.", "FROM:<sender> [ <parameters> ]");
    this.mail = mail;
  }

  @Override
  public void execute(String text, Session session) throws IOException, DropConnectionException {
    Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
    if (size.find() && tooLarge(size.group(1), session.getServer().getMaxMessageSize())) {
      session.sendResponse(
          "552 5.3.4 A message may have at most "
              + session.getServer().getMaxMessageSize()
              + " bytes");
      return;
    }
    mail.execute(text, session);
  }

  private static boolean tooLarge(String digits, int most) {
    return digits.length() > LONGEST_COUNTED || Integer.parseInt(digits) > most;
  }
}
