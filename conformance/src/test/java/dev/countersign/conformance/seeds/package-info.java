/** The founding documents' own lines, run as they stand. */
@NullMarked
package dev.countersign.conformance.seeds;

import org.jspecify.annotations.NullMarked;
