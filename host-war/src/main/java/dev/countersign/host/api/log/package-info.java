/** The keys of the logs. */
@NullMarked
package dev.countersign.host.api.log;

import org.jspecify.annotations.NullMarked;
