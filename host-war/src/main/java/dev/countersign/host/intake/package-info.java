/** Mail on its way in: for whom it is, what is thought of it, and the desk that takes it. */
@NullMarked
package dev.countersign.host.intake;

import org.jspecify.annotations.NullMarked;
