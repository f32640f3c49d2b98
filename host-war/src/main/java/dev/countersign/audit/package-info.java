/** The auditor: checks a ledger and trusts only given keys, SHA-256 and the kernel. */
@NullMarked
package dev.countersign.audit;

import org.jspecify.annotations.NullMarked;
