/** How long what people wrote is kept, what is held back from erasing, and the erasing itself. */
@NullMarked
package dev.countersign.host.retention;

import org.jspecify.annotations.NullMarked;
