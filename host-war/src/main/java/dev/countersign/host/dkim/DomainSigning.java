package dev.countersign.host.dkim;

import dev.countersign.host.mail.Rfc5322;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** Puts both DKIM signatures on mail from a domain for which its operator wants them. */
@ApplicationScoped
public class DomainSigning {
  @Inject SendingDomains domains;
  @Inject DkimKeys keys;

  /**
   * Signs a finished message, identity headers included.
   *
   * @param domain of the author's address
   */
  public void sign(MimeMessage message, String tenantId, String domain, Instant now) {
    var found = domains.named(tenantId, domain).filter(SendingDomainRow::signing);
    if (found.isPresent()) {
      sign(message, found.get().domain(), found.get().selector(), keys, now);
    }
  }

  static void sign(
      MimeMessage message, String domain, String selector, DkimKeys keys, Instant now) {
    try {
      var wire = new WireMessage(Rfc5322.bytes(message));
      for (DkimAlgorithm algorithm : DkimAlgorithm.values()) {
        var key = keys.key(domain, selector, algorithm);
        var name = selector + algorithm.selectorSuffix();
        message.addHeader(
            "DKIM-Signature", DkimSignature.of(wire, domain, name, algorithm, key, now));
      }
    } catch (MessagingException | GeneralSecurityException e) {
      throw new IllegalStateException("a composed message can always be signed", e);
    }
  }
}
