/** Transactions. */
@NullMarked
package dev.countersign.host.storage;

import org.jspecify.annotations.NullMarked;
