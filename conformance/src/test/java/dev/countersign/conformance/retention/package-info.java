/** What is past its time goes, what is held or waits stays, and the ledger stays as it was. */
@NullMarked
package dev.countersign.conformance.retention;

import org.jspecify.annotations.NullMarked;
