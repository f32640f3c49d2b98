/** The auditor, tried on logs that are in order and on every way to falsify one. */
@NullMarked
package dev.countersign.conformance.audit;

import org.jspecify.annotations.NullMarked;
