/**
 * The server's own desks and dispatch, run by several nodes that take turns by a seed, and crash.
 */
@NullMarked
package dev.countersign.conformance.simulation;

import org.jspecify.annotations.NullMarked;
