package dev.countersign.host.webhooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be subscribed to. */
public enum EventType {
  /** Mail from outside can be read. */
  MESSAGE_RECEIVED,
  /** The mail server has taken a message over. */
  MESSAGE_SENT,
  /** A report says that it arrived. */
  MESSAGE_DELIVERED,
  /** It was refused for good, or a report says that it did not arrive. */
  MESSAGE_BOUNCED,
  /** Its recipient complained about it. */
  MESSAGE_COMPLAINED,
  /** A message waits for a person. */
  OVERSIGHT_PENDING,
  /** It has all the approvals that it needs. */
  OVERSIGHT_APPROVED,
  OVERSIGHT_REJECTED,
  /** Any entry of the ledger: the whole stream. */
  LEDGER_ENTRY;

  /** {@return the name on the wire, such as {@code message.received}} */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  public static Optional<EventType> ofWire(String wire) {
    return Arrays.stream(values()).filter(type -> type.wire().equals(wire)).findFirst();
  }
}
