/** The evaluation package of a running server: true, signed, readable, and about nobody's mail. */
@NullMarked
package dev.countersign.conformance.evidence;

import org.jspecify.annotations.NullMarked;
