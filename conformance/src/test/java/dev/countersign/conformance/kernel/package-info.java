/** The laws, tried on random runs of the kernel through its typed edge. */
@NullMarked
package dev.countersign.conformance.kernel;

import org.jspecify.annotations.NullMarked;
