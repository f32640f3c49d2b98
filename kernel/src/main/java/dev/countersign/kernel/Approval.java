package dev.countersign.kernel;

/**
 * A person's word for exactly these bytes.
 *
 * @param person the id of the principal
 */
public record Approval(long person, Digest digest) {}
