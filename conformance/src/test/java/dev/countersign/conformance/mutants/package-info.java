/** Every small change to the kernel is noticed by some test, or is listed as no change at all. */
@NullMarked
package dev.countersign.conformance.mutants;

import org.jspecify.annotations.NullMarked;
