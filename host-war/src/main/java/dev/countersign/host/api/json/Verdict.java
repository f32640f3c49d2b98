package dev.countersign.host.api.json;

import dev.countersign.kernel.Digest;
import java.util.Optional;

/**
 * A person's decision as it was sent.
 *
 * @param messageId as the caller wrote it
 * @param digest what was shown; empty for whatever the content is now
 */
public record Verdict(
    String messageId, boolean approved, Optional<Digest> digest, Optional<String> note) {}
