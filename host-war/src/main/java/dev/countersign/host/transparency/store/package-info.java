/** The log's tables: its state, its tiles, its checkpoints and the entries in their places. */
@NullMarked
package dev.countersign.host.transparency.store;

import org.jspecify.annotations.NullMarked;
