package dev.countersign.kernel;

/**
 * An operator's code.
 *
 * @param secret SHA-256 of what reaches the operator's own address, and nobody else's
 * @param expires milliseconds since 1970
 */
public record Code(Purpose purpose, Digest secret, long expires, boolean used) {}
