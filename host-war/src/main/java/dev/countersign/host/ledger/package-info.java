/** The record: one entry for every call. */
@NullMarked
package dev.countersign.host.ledger;

import org.jspecify.annotations.NullMarked;
