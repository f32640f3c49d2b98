package dev.countersign.conformance.sequences;

import dev.countersign.conformance.running.MailPeer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;

/** The mail server's mailboxes: exactly what was allowed to leave, each once, for its envelope. */
final class MailCheck {
  private MailCheck() {}

  /** Which addresses got something else. */
  static List<String> differences(World world, MailPeer peer) {
    List<String> found = new ArrayList<>();
    world
        .mail()
        .forEach(
            (address, expected) -> {
              var actual = peer.mailFor(address).stream().map(MailCheck::subject).sorted().toList();
              if (!actual.equals(expected)) {
                found.add("mail for " + address + ": expected " + expected + ", was " + actual);
              }
            });
    return found;
  }

  private static String subject(MimeMessage mail) {
    try {
      return String.valueOf(mail.getSubject());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
