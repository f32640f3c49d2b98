/** Lists of domains and of addresses in the DNS (RFC 5782). */
@NullMarked
package dev.countersign.host.domains.blocklists;

import org.jspecify.annotations.NullMarked;
