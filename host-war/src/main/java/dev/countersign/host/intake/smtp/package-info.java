/** The server's own listeners for mail: SMTP (RFC 5321) and LMTP (RFC 2033). */
@NullMarked
package dev.countersign.host.intake.smtp;

import org.jspecify.annotations.NullMarked;
