package dev.countersign.kernel;

/** A message handed in to be sent; {@code sendAt} in milliseconds since 1970, 0 for at once. */
public record Submission(Digest digest, long sendAt, GateTiming gateTiming) {}
