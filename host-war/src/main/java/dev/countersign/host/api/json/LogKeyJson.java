package dev.countersign.host.api.json;

/**
 * The key that signs the logs from their next checkpoints on.
 *
 * @param public_key base64 of an Ed25519 key, 32 bytes
 */
public record LogKeyJson(String public_key) {}
