/**
 * The contracts of the kernel's core, proved by KeY in the build; and faults that it must refuse.
 */
@NullMarked
package dev.countersign.conformance.proofs;

import org.jspecify.annotations.NullMarked;
