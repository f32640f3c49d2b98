package dev.countersign.host.retention;

/**
 * For how many days a tenant keeps what people wrote.
 *
 * @param contentDays messages with their attachments and transmissions, since they last changed
 * @param ledgerPersonalDays what stands beside ledger entries: notes, and names that were typed
 * @param webhookHistoryDays what was delivered to webhooks, and how
 */
public record RetentionPolicy(int contentDays, int ledgerPersonalDays, int webhookHistoryDays) {
  /** Everything at once, for a tenant that is gone. */
  static final RetentionPolicy NOTHING = new RetentionPolicy(0, 0, 0);
}
