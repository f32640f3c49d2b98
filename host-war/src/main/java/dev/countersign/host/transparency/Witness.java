package dev.countersign.host.transparency;

import dev.countersign.host.transparency.notes.VerifierKey;
import java.net.URI;
import java.util.Optional;

/**
 * Somebody outside who signs checkpoints that are consistent with all it has seen of a log.
 *
 * @param submission where checkpoints are sent; empty for a witness that fetches them
 */
public record Witness(VerifierKey key, Optional<URI> submission) {}
