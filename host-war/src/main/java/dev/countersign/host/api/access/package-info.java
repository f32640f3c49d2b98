/** Who is calling, and the ledger entry of calls that reach no desk. */
@NullMarked
package dev.countersign.host.api.access;

import org.jspecify.annotations.NullMarked;
