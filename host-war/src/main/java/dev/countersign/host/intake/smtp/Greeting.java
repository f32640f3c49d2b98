package dev.countersign.host.intake.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** EHLO or LHLO: who the client is, and what it may count on (RFC 5321, 4.1.1.1; RFC 2033, 4.1). */
final class Greeting extends BaseCommand {
  private final Sittings sittings;

  Greeting(Protocol protocol, Sittings sittings) {
    super(protocol.greeting(), "Introduce yourself.", "<hostname>");
    this.sittings = sittings;
  }

  @Override
  public void execute(String text, Session session) throws IOException {
    String[] words = getArgs(text);
    if (words.length < 2) {
      session.sendResponse("501 5.5.4 Say your name: " + getName() + " hostname");
      return;
    }
    session.resetMailTransaction();
    session.setHelo(words[1]);
    List<String> lines = new ArrayList<>();
    lines.add(session.getServer().getHostName());
    lines.add("PIPELINING");
    lines.add("8BITMIME");
    lines.add("SMTPUTF8");
    lines.add("ENHANCEDSTATUSCODES");
    lines.add("SIZE " + session.getServer().getMaxMessageSize());
    if (session.getServer().getEnableTLS() && !session.isTLSStarted()) {
      lines.add("STARTTLS");
    }
    if (sittings.of(session).trusted()) {
      lines.add("XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE");
    }
    var answer = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      answer.append(i == 0 ? "" : "\r\n").append("250").append(i < lines.size() - 1 ? '-' : ' ');
      answer.append(lines.get(i));
    }
    session.sendResponse(answer.toString());
  }
}
