package dev.countersign.host.webhooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How {@link EventType#LEDGER_ENTRY} events are written. */
public enum EntryFormat {
  /** As {@code GET /v1/audit-log} shows the entry, in our own envelope. */
  PLAIN,
  /** The body is an OCSF event and nothing else, as collectors of SIEMs take it. */
  OCSF;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EntryFormat> ofWire(String wire) {
    return Arrays.stream(values()).filter(format -> format.wire().equals(wire)).findFirst();
  }
}
