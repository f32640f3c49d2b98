/**
 * The kernel as the oracle of the whole server: random calls over HTTP, one after another and at
 * once, whose answers, stored state, ledger entries and mail all have to be what the kernel says.
 */
@NullMarked
package dev.countersign.conformance.sequences;

import org.jspecify.annotations.NullMarked;
