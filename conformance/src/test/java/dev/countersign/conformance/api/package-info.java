/** The whole API, operation by operation, as its own description has it. */
@NullMarked
package dev.countersign.conformance.api;

import org.jspecify.annotations.NullMarked;
