package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.json.Fields;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.mailboxes.Mailboxes;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds what a call names. What belongs to another tenant is answered like what never existed. */
@ApplicationScoped
public class Lookup {
  @Inject Transactions transactions;
  @Inject Mailboxes mailboxes;
  @Inject Messages messages;
  @Inject CurrentCall call;

  public MailboxRow mailbox(String id) {
    call.about(id);
    var tenant = call.speaker().tenantId();
    return MailboxId.parse(id)
        .flatMap(parsed -> transactions.run(() -> mailboxes.find(tenant, parsed)))
        .orElseThrow(Lookup::notFound);
  }

  public MailboxRow mailbox(EmailAddress address) {
    call.about(address.address());
    var tenant = call.speaker().tenantId();
    return transactions
        .run(() -> mailboxes.byAddress(tenant, address.address()))
        .orElseThrow(Lookup::notFound);
  }

  /** By its address or its id. */
  public MailboxRow named(String text) {
    return text.contains("@") ? mailbox(Fields.address("mailbox", text)) : mailbox(text);
  }

  /** Whether there is such a message is for the desk to find out. */
  public EmailId email(String id) {
    call.about(id);
    return EmailId.parse(id).orElseThrow(Lookup::notFound);
  }

  /** A message that is to be in this mailbox. */
  public EmailId email(String mailbox, String id) {
    var box = mailbox(mailbox);
    var email = email(id);
    Optional<String> holder =
        transactions.run(() -> messages.find(box.tenantId(), email).map(row -> row.mailbox().id()));
    if (holder.filter(box.id()::equals).isEmpty()) {
      throw notFound();
    }
    return email;
  }

  public static MailboxId id(MailboxRow row) {
    return MailboxId.parse(row.id()).orElseThrow();
  }

  public static Problem notFound() {
    return RefusalAnswers.of(Refusal.NOT_FOUND);
  }
}
