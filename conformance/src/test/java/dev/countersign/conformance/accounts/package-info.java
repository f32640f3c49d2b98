/** Accounts: whom they write to, what they may use up, and how they begin. */
@NullMarked
package dev.countersign.conformance.accounts;

import org.jspecify.annotations.NullMarked;
