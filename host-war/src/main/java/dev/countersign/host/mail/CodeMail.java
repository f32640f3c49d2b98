package dev.countersign.host.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The server's own notice with a code, straight to the overseer: no agent's mail, so it passes no
 * mailbox and carries no identity.
 */
@ApplicationScoped
public class CodeMail {
  private static final String NO_DOMAIN = "countersign.localhost";

  @Inject MailTransport transport;

  /**
   * Hands the notice to the mail server.
   *
   * @param unique names the notice, as the left part of its Message-ID
   * @param sender the domain to send from; empty where there is none
   * @return whether the mail server took it over
   */
  public boolean send(
      String to, Optional<String> sender, String unique, String subject, String text, Instant now) {
    var from = EmailAddress.of("no-reply@" + sender.orElse(NO_DOMAIN), Optional.of("Countersign"));
    var draft =
        new Draft(
            from,
            List.of(EmailAddress.parse(to)),
            List.of(),
            List.of(),
            subject,
            new Body.PlainText(text),
            List.of(),
            Threading.NONE);
    var stamp = new Stamp(MessageId.of(unique, from), now, false, Optional.empty());
    var mail = Composer.compose(draft, stamp);
    try (var session = transport.open()) {
      return session.send(mail.message(), mail.envelope()) instanceof Outcome.Accepted;
    } catch (TransportException e) {
      return false;
    }
  }
}
