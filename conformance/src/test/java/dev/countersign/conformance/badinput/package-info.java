/** What must be refused, and how. */
@NullMarked
package dev.countersign.conformance.badinput;

import org.jspecify.annotations.NullMarked;
