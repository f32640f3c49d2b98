/** The arithmetic of a Merkle tree (RFC 9162, section 2.1) and of its tiles. No I/O. */
@NullMarked
package dev.countersign.host.transparency.merkle;

import org.jspecify.annotations.NullMarked;
