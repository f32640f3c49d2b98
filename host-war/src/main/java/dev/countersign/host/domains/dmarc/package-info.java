/** DMARC policy records and their discovery (RFC 9989). */
@NullMarked
package dev.countersign.host.domains.dmarc;

import org.jspecify.annotations.NullMarked;
