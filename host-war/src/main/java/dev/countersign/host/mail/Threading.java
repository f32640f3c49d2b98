package dev.countersign.host.mail;

import java.util.List;
import java.util.Optional;

/**
 * Where a message stands in a conversation (RFC 5322 §3.6.4).
 *
 * @param inReplyTo the message this one answers
 * @param references the conversation so far, oldest first, at most 100
 */
public record Threading(Optional<MessageId> inReplyTo, List<MessageId> references) {
  public static final int REFERENCES_MAX = 100;

  /** The start of a new conversation. */
  public static final Threading NONE = new Threading(Optional.empty(), List.of());

  public Threading {
    references = List.copyOf(references);
    if (references.size() > REFERENCES_MAX) {
      throw new InvalidMailException(
          "too_many_references", "A message must not name more than 100 references.");
    }
  }
}
