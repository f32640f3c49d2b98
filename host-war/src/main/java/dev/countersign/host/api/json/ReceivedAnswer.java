package dev.countersign.host.api.json;

import dev.countersign.host.messages.MessageRow;

/**
 * A message that came in.
 *
 * @param digest SHA-256 of its bytes
 */
public record ReceivedAnswer(String id, String mailboxId, String status, String digest) {
  public static ReceivedAnswer of(MessageRow row) {
    var message = row.message();
    return new ReceivedAnswer(
        row.id(), row.mailbox().id(), message.status().wire(), message.digest().hex());
  }
}
