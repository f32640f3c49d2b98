/** The command that people type, tried as they type it: as a process of its own. */
@NullMarked
package dev.countersign.conformance.launcher;

import org.jspecify.annotations.NullMarked;
