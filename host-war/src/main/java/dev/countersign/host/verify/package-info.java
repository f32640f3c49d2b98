/** Verification for everybody: the page at {@code /verify} and the command of the same name. */
@NullMarked
package dev.countersign.host.verify;

import org.jspecify.annotations.NullMarked;
