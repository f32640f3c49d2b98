/** How much a tenant sends, receives, asks and stores, and how much of it it may. */
@NullMarked
package dev.countersign.host.usage;

import org.jspecify.annotations.NullMarked;
