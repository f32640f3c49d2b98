package dev.countersign.host.intake;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.mail.EmailAddress;

/** For whom a message is. */
public sealed interface Destination {
  String tenantId();

  /** For one of the mailboxes here. */
  record OfMailbox(String tenantId, EmailAddress address) implements Destination {}

  /** For whom reports about a message that went out go to; the address could not be guessed. */
  record OfReports(String tenantId, EmailAddress mailbox, EmailId message) implements Destination {}
}
