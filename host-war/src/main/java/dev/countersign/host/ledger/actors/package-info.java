/** The key pairs that entries are signed with: one for everybody who acts. */
@NullMarked
package dev.countersign.host.ledger.actors;

import org.jspecify.annotations.NullMarked;
