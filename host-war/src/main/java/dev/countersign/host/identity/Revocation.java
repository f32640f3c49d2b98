package dev.countersign.host.identity;

import java.time.Instant;

/**
 * That a key is not to be believed any more, whatever it signed and whenever.
 *
 * @param reason in the operator's words, published with the key
 */
public record Revocation(Instant at, String reason) {}
