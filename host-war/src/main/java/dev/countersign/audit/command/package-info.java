/** {@code countersign audit}: where an export comes from, and what is said about it. */
@NullMarked
package dev.countersign.audit.command;

import org.jspecify.annotations.NullMarked;
