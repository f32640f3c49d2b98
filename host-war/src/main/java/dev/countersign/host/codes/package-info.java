/** Codes with which an operator lets another do one thing, and how they are kept and mailed. */
@NullMarked
package dev.countersign.host.codes;

import org.jspecify.annotations.NullMarked;
