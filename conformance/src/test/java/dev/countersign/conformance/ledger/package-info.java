/** What stands in the ledger, read as a stranger would: the schema, the signatures, the kernel. */
@NullMarked
package dev.countersign.conformance.ledger;

import org.jspecify.annotations.NullMarked;
