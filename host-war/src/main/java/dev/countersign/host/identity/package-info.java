/**
 * Signed identity on outgoing mail, and its verification by anyone with the public keys. The exact
 * formats are published in {@code docs/identity.md}.
 */
@NullMarked
package dev.countersign.host.identity;

import org.jspecify.annotations.NullMarked;
