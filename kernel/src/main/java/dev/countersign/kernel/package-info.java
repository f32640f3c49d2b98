/** The life of a message: its state, the calls that may change it, and what each call decides. */
@NullMarked
package dev.countersign.kernel;

import org.jspecify.annotations.NullMarked;
