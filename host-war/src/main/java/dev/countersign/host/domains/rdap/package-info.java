/** When a domain was registered (RFC 9082, 9083, 9224). */
@NullMarked
package dev.countersign.host.domains.rdap;

import org.jspecify.annotations.NullMarked;
