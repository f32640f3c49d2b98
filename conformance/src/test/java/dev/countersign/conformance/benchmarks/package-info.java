/** How long a step takes, beside a general policy engine that decides the same question. */
@NullMarked
package dev.countersign.conformance.benchmarks;

import org.jspecify.annotations.NullMarked;
