/** Databases from before the ledger was signed, under the server of today. */
@NullMarked
package dev.countersign.conformance.upgrade;

import org.jspecify.annotations.NullMarked;
