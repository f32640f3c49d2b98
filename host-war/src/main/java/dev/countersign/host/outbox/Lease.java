package dev.countersign.host.outbox;

import dev.countersign.host.ids.EmailId;

/**
 * The exclusive right to do one piece of work for a while.
 *
 * @param takenOver its last holder never gave it back, so nobody knows how far it got
 */
public record Lease(EmailId message, OwedWork work, int tries, boolean takenOver) {}
