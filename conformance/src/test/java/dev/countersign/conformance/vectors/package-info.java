/** Every step that the Lean specification enumerates, taken by the Java kernel too. */
@NullMarked
package dev.countersign.conformance.vectors;

import org.jspecify.annotations.NullMarked;
