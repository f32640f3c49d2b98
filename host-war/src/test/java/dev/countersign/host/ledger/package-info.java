@NullMarked
package dev.countersign.host.ledger;

import org.jspecify.annotations.NullMarked;
