package dev.countersign.host.api.json;

import java.util.List;

/** A tenant's mailboxes. */
public record MailboxList(List<MailboxJson> mailboxes) {}
