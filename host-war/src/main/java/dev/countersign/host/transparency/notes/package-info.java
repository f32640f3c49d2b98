/** Signed notes, checkpoints, cosignatures and proof files as text (C2SP). No I/O. */
@NullMarked
package dev.countersign.host.transparency.notes;

import org.jspecify.annotations.NullMarked;
