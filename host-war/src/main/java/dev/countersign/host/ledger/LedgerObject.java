package dev.countersign.host.ledger;

/** What a call is about. */
public sealed interface LedgerObject {
  String text();

  /** An id that was minted here, and that names something. */
  record Minted(String text) implements LedgerObject {}

  /** An id that the caller named: ours where the call was accepted, else anything. */
  record Named(String text) implements LedgerObject {}

  /** As the caller named it: it may be anything, so it is kept apart from the leaf. */
  record Typed(String text) implements LedgerObject {}
}
