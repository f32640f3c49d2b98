/** What the server shows of itself, to whom, and how it answers whatever is asked. */
@NullMarked
package dev.countersign.conformance.platform;

import org.jspecify.annotations.NullMarked;
