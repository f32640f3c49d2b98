/** Tests of the page and the command that verify. */
@NullMarked
package dev.countersign.host.verify;

import org.jspecify.annotations.NullMarked;
