/** What a new installation begins with. */
@NullMarked
package dev.countersign.host.firststart;

import org.jspecify.annotations.NullMarked;
