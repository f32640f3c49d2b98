/** What is claimed, tried. */
@NullMarked
package dev.countersign.conformance;

import org.jspecify.annotations.NullMarked;
