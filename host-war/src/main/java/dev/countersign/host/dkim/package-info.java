/** DKIM signatures (RFC 6376, RFC 8463) for the domains that a tenant sends from. */
@NullMarked
package dev.countersign.host.dkim;

import org.jspecify.annotations.NullMarked;
