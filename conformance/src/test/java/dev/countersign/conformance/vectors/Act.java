package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;

/** What a call asks of a tenant: the rows it names are looked up, and the kernel is asked. */
interface Act {
  /** The rows to be stored, or the kernel's refusal; that a row is not there says this side. */
  Decision<Rows> on(Rows rows, Caller caller);
}
