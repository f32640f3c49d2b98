/** A fault, planted for the rules to find. */
@NullMarked
package dev.countersign.conformance.boundaries.planted.audit;

import org.jspecify.annotations.NullMarked;
