/** The server with the peers around it, started for tests. */
@NullMarked
package dev.countersign.conformance.running;

import org.jspecify.annotations.NullMarked;
