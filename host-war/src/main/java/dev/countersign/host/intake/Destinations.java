package dev.countersign.host.intake;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.mail.BounceAddresses;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.InvalidMailException;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** For whom an address of an envelope is. One address belongs to one mailbox of one tenant. */
@ApplicationScoped
public class Destinations {
  @Inject Transactions transactions;
  @Inject Mailboxes mailboxes;
  @Inject Messages messages;
  @Inject BounceAddresses bounces;

  /** {@return nothing where nobody here has the address: mail for others is not taken} */
  public Optional<Destination> of(String recipient) {
    EmailAddress address;
    try {
      address = EmailAddress.of(recipient, Optional.empty());
    } catch (InvalidMailException e) {
      return Optional.empty();
    }
    return transactions.run(() -> found(address));
  }

  /** {@return the tenant whose message this is} */
  Optional<String> owner(EmailId message) {
    return transactions.run(() -> messages.find(message).map(MessageRow::tenantId));
  }

  private Optional<Destination> found(EmailAddress address) {
    Optional<Destination> mailbox =
        mailboxes
            .holder(address.address())
            .map(box -> new Destination.OfMailbox(box.tenantId(), address));
    return mailbox.or(
        () ->
            bounces
                .message(address)
                .flatMap(messages::find)
                .map(
                    row ->
                        new Destination.OfReports(
                            row.tenantId(),
                            EmailAddress.parse(row.mailbox().address()),
                            bounces.message(address).orElseThrow())));
  }
}
