package dev.countersign.conformance.simulation;

import dev.countersign.host.ledger.LedgerRow;
import java.util.List;

/** What somebody who sees everything sees, in order. */
sealed interface Seen {
  /** A transaction, with the ledger entries it wrote and the messages whose state it changed. */
  record Committed(List<LedgerRow> entries, List<String> messages) implements Seen {}

  /** The first byte of a message has left. */
  record Handed(String message) implements Seen {}

  /** The mail server has the message, whether it can say so or not. */
  record Taken(String message) implements Seen {}

  /** A caller was told how its call ended: {@code ok}, or the reason against it. */
  record Answered(String requestId, String outcome) implements Seen {}
}
