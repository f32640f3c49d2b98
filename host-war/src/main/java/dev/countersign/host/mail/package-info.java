/**
 * Outgoing mail: what a draft is, how it becomes a message, and how a message leaves.
 *
 * <p>Nothing here decides whether a message may leave; the kernel does.
 */
@NullMarked
package dev.countersign.host.mail;

import org.jspecify.annotations.NullMarked;
