package dev.countersign.host.desk;

import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What keeps a new message out that the kernel would take: it can only say no, so nothing is
 * released by it. Asked inside the transaction that would take the message in.
 */
@ApplicationScoped
class Admission {
  @Inject Suppressions suppressions;

  Optional<Submitted.NotTaken> refusal(MailboxRow box, SendRequest request) {
    var unwanted =
        suppressions.find(
            box.tenantId(),
            request.draft().recipients().stream().map(EmailAddress::address).toList());
    return unwanted.isEmpty() ? Optional.empty() : Optional.of(new Submitted.Suppressed(unwanted));
  }
}
