/** What is still to be done about a message, and who is doing it. */
@NullMarked
package dev.countersign.host.outbox;

import org.jspecify.annotations.NullMarked;
