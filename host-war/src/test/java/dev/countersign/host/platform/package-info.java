/** The platform's promises: errors that say what to do, limits that hold, logs without secrets. */
@NullMarked
package dev.countersign.host.platform;

import org.jspecify.annotations.NullMarked;
