/** The log: gives the ledger's entries their order, signs it, and proves it to outsiders. */
@NullMarked
package dev.countersign.host.transparency;

import org.jspecify.annotations.NullMarked;
