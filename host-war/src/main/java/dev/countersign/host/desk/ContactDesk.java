package dev.countersign.host.desk;

import dev.countersign.host.contacts.ContactRow;
import dev.countersign.host.contacts.Contacts;
import dev.countersign.host.ids.ContactId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/** The address book: agents add to it, operators take out of it. */
@ApplicationScoped
public class ContactDesk {
  @Inject Transactions transactions;
  @Inject Contacts contacts;
  @Inject Tenants tenants;
  @Inject Records records;
  @Inject Limits limits;
  @Inject InstantSource time;

  /** Somebody at an address that the book does not have yet. */
  public Decision<ContactRow> add(Speaker speaker, String name, String address, List<String> tags) {
    return transactions.run(
        () -> {
          tenants.share(speaker.tenantId());
          var id = ContactId.mint();
          return records.annotated(
              speaker,
              records.entry(speaker, Action.ADD_CONTACT).onNamed(id.toString()),
              () -> {
                checkRoom(speaker.tenantId());
                if (contacts.known(speaker.tenantId(), address)) {
                  return new Decision.Refused<>(Refusal.ALREADY_EXISTS);
                }
                var row =
                    new ContactRow(id, speaker.tenantId(), name, address, tags, time.millis());
                contacts.add(row);
                return new Decision.Allowed<>(row);
              });
        });
  }

  public Decision<ContactRow> delete(Speaker speaker, ContactId id) {
    return transactions.run(
        () ->
            records.operated(
                speaker,
                records.entry(speaker, Action.DELETE_CONTACT).onNamed(id.toString()),
                () -> {
                  var found = contacts.find(speaker.tenantId(), id);
                  if (found.isEmpty()) {
                    return new Decision.Refused<>(Refusal.NOT_FOUND);
                  }
                  contacts.remove(found.get());
                  return new Decision.Allowed<>(found.get());
                }));
  }

  private void checkRoom(String tenantId) {
    if (contacts.count(tenantId) >= limits.value(Limit.CONTACTS_PER_TENANT_COUNT)) {
      throw Problem.of(
          ErrorCode.LIMIT_REACHED,
          "The address book is full; delete a contact, or raise the limit.");
    }
  }
}
