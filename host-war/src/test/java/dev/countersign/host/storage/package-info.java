/** How work is tried, and tried again. */
@NullMarked
package dev.countersign.host.storage;

import org.jspecify.annotations.NullMarked;
