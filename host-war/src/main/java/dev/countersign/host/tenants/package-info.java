/** Tenants and the principals that act in them. */
@NullMarked
package dev.countersign.host.tenants;

import org.jspecify.annotations.NullMarked;
