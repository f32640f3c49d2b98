package dev.countersign.conformance.audit;

import dev.countersign.audit.Rule;
import java.util.List;

/**
 * An export that somebody has worked on.
 *
 * @param expected what the auditor must find, among whatever else follows from it
 * @param kept checkpoints that the auditor has from earlier
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Tampered(String what, Rule expected, byte[] export, List<String> kept) {
  Tampered(String what, Rule expected, byte[] export) {
    this(what, expected, export, List.of());
  }

  Tampered(String what, Rule expected, WrittenLog log) {
    this(what, expected, log.export());
  }

  @Override
  public String toString() {
    return what;
  }
}
