/** Addresses that a tenant's mail does not go to, and how recipients take themselves off. */
@NullMarked
package dev.countersign.host.suppression;

import org.jspecify.annotations.NullMarked;
