package dev.countersign.kernel;

import java.util.Optional;

/** Where a message stands. */
public enum Status {
  PENDING_SCAN(dev.countersign.kernel.core.Status.PENDING_SCAN),
  PENDING_SEND_APPROVAL(dev.countersign.kernel.core.Status.PENDING_SEND_APPROVAL),
  SCHEDULED(dev.countersign.kernel.core.Status.SCHEDULED),
  QUEUED(dev.countersign.kernel.core.Status.QUEUED),
  SENDING(dev.countersign.kernel.core.Status.SENDING),
  INDETERMINATE(dev.countersign.kernel.core.Status.INDETERMINATE),
  SENT(dev.countersign.kernel.core.Status.SENT),
  SEND_FAILED(dev.countersign.kernel.core.Status.SEND_FAILED),
  REJECTED(dev.countersign.kernel.core.Status.REJECTED),
  CANCELLED(dev.countersign.kernel.core.Status.CANCELLED),
  BLOCKED(dev.countersign.kernel.core.Status.BLOCKED),
  EXPIRED(dev.countersign.kernel.core.Status.EXPIRED),
  PENDING_INBOUND_APPROVAL(dev.countersign.kernel.core.Status.PENDING_INBOUND_APPROVAL),
  UNREAD(dev.countersign.kernel.core.Status.UNREAD),
  READ(dev.countersign.kernel.core.Status.READ),
  SPAM_FLAGGED(dev.countersign.kernel.core.Status.SPAM_FLAGGED),
  SPAM_QUARANTINED(dev.countersign.kernel.core.Status.SPAM_QUARANTINED);

  final int code;

  Status(int code) {
    this.code = code;
  }

  /** {@return the word used in JSON and in the store, such as {@code pending_send_approval}} */
  public String wire() {
    return Words.wire(this);
  }

  public static Optional<Status> ofWire(String wire) {
    return Words.ofWire(values(), wire);
  }

  static Status of(int code) {
    return Words.of(values(), word -> word.code, code);
  }
}
