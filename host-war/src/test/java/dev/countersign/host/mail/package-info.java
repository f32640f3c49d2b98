/** Composing and sending, against real SMTP peers over TCP. */
@NullMarked
package dev.countersign.host.mail;

import org.jspecify.annotations.NullMarked;
