package dev.countersign.host.intake;

import dev.countersign.host.inbound.Way;
import java.util.Optional;

/**
 * How one message comes in.
 *
 * @param peer IP address of the host that had it before this site; empty where nobody knows
 * @param trusted a host in front of this one hands it on, so that its fields can be believed
 * @param sender from the envelope, empty for a report
 */
public record Transit(
    Way way, Optional<String> peer, boolean trusted, Optional<String> helo, String sender) {}
