/** The server killed at the worst moments. */
@NullMarked
package dev.countersign.conformance.crashes;

import org.jspecify.annotations.NullMarked;
