/** One class for each signal: what it asks, and what an answer means. */
@NullMarked
package dev.countersign.host.domains.signals;

import org.jspecify.annotations.NullMarked;
