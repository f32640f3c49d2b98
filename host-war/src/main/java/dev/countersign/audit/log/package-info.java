/** The Merkle tree, its checkpoints, and the signatures of whoever acted. */
@NullMarked
package dev.countersign.audit.log;

import org.jspecify.annotations.NullMarked;
