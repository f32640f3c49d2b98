@NullMarked
package dev.countersign.host.ledger.actors;

import org.jspecify.annotations.NullMarked;
