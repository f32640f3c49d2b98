package dev.countersign.kernel;

/** A message that came in. */
public record Arrival(Digest digest, SpamVerdict verdict) {}
