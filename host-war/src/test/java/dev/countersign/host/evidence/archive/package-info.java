/** A package that was changed by a single bit, checked. */
@NullMarked
package dev.countersign.host.evidence.archive;

import org.jspecify.annotations.NullMarked;
