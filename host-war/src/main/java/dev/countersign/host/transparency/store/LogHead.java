package dev.countersign.host.transparency.store;

/**
 * A log as it stands.
 *
 * @param origin the first line of its checkpoints, for ever
 * @param signedBy base64 of the Ed25519 key that signs them
 * @param size entries that have their place
 */
public record LogHead(LogId id, String origin, String signedBy, long size) {}
