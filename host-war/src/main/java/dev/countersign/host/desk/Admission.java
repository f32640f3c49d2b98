package dev.countersign.host.desk;

import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.suppression.Suppressions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.host.usage.Allowances;
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
  @Inject Allowances allowances;
  @Inject Tenants tenants;

  /** Where messages are counted, they are handed in one at a time, on whatever node. */
  void enter(String tenantId) {
    if (allowances.counted(tenants.tenant(tenantId))) {
      tenants.hold(tenantId);
    } else {
      tenants.share(tenantId);
    }
  }

  Optional<Submitted.NotTaken> refusal(MailboxRow box, SendRequest request, long now) {
    var unwanted =
        suppressions.find(
            box.tenantId(),
            request.draft().recipients().stream().map(EmailAddress::address).toList());
    if (!unwanted.isEmpty()) {
      return Optional.of(new Submitted.Suppressed(unwanted));
    }
    return allowances
        .reached(tenants.tenant(box.tenantId()), box, now)
        .map(Submitted.OverAllowance::new);
  }
}
