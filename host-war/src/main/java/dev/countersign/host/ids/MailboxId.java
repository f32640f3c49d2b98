package dev.countersign.host.ids;

import java.util.Optional;

/** A mailbox's id, {@code mbx_} and a ULID. */
public record MailboxId(String ulid) {
  private static final String PREFIX = "mbx_";

  public static MailboxId mint() {
    return new MailboxId(Ulids.mint());
  }

  /** Accepts the id as printed, or its bare ULID. */
  public static Optional<MailboxId> parse(String text) {
    return Ulids.parse(text, PREFIX).map(MailboxId::new);
  }

  @Override
  public String toString() {
    return PREFIX + ulid;
  }
}
