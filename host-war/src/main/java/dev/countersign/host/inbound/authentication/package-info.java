/** Who vouches for a message from outside: SPF, DKIM and DMARC on arrival. */
@NullMarked
package dev.countersign.host.inbound.authentication;

import org.jspecify.annotations.NullMarked;
