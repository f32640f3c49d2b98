package dev.countersign.conformance.boundaries.planted.audit;

import dev.countersign.host.ledger.LedgerEntry;

/** What no auditor may do: believe the class that wrote the entry. */
public final class AuditorThatAsksTheWriter {
  private AuditorThatAsksTheWriter() {}

  /** {@return the reason, as the writer has it} */
  public static String reason(LedgerEntry entry) {
    return String.valueOf(entry.refusal());
  }
}
