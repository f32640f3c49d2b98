package dev.countersign.host.desk;

import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.suppression.Reason;
import dev.countersign.host.suppression.Suppressions;
import dev.countersign.host.suppression.UnsubscribeLinks;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where a recipient takes themselves off a tenant's mail. Nobody has to allow it: it comes from the
 * side of the mail server that the message went to, and only keeps mail back.
 */
@ApplicationScoped
public class UnsubscribeDesk {
  @Inject Transactions transactions;
  @Inject UnsubscribeLinks links;
  @Inject Suppressions suppressions;
  @Inject Records records;
  @Inject InstantSource time;

  /** {@return whether there is such a link, or still is} */
  public boolean known(String secret) {
    return transactions.run(() -> links.find(secret).isPresent());
  }

  /** {@return whether there is such a link; twice is the same as once} */
  public boolean unsubscribe(String secret, String requestId) {
    return transactions.run(
        () ->
            links.find(secret).map(recipient -> unsubscribed(recipient, requestId)).orElse(false));
  }

  private boolean unsubscribed(UnsubscribeLinks.Recipient recipient, String requestId) {
    var message = recipient.message();
    suppressions.add(
        message.tenantId(),
        recipient.address(),
        Reason.UNSUBSCRIBE,
        MailboxId.parse(message.mailbox().id()),
        time.millis());
    var speaker = new Speaker.Part(message.tenantId(), Role.MAIL_SERVER, requestId);
    records.recorded(
        records
            .entry(speaker, Action.UNSUBSCRIBE)
            .on(message.id())
            .under(LedgerEntry.InForce.of(message.mailbox())),
        new Decision.Allowed<>(Optional.empty()));
    return true;
  }
}
