/** What every part of the host has in common: errors, limits, JSON, logs, metrics. */
@NullMarked
package dev.countersign.host.platform;

import org.jspecify.annotations.NullMarked;
