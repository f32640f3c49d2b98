/** The log: its arithmetic beside its proof and other programs, its sequencers racing and dying. */
@NullMarked
package dev.countersign.conformance.transparency;

import org.jspecify.annotations.NullMarked;
