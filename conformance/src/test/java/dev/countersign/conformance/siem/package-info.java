/** A SIEM beside the product: a process of its own that takes events, falls silent, and dies. */
@NullMarked
package dev.countersign.conformance.siem;

import org.jspecify.annotations.NullMarked;
