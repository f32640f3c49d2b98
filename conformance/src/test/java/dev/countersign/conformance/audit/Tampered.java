package dev.countersign.conformance.audit;

import dev.countersign.audit.Rule;

/**
 * An export that somebody has worked on.
 *
 * @param expected what the auditor must find, among whatever else follows from it
 * @param held what the auditor has beside it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Tampered(String what, Rule expected, byte[] export, Held held) {
  Tampered(String what, Rule expected, byte[] export) {
    this(what, expected, export, Held.KEYS);
  }

  Tampered(String what, Rule expected, WrittenLog log) {
    this(what, expected, log.export());
  }

  @Override
  public String toString() {
    return what;
  }
}
