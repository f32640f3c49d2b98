/** Entries as they stand in the log, read strictly and by code of its own. */
@NullMarked
package dev.countersign.audit.entries;

import org.jspecify.annotations.NullMarked;
