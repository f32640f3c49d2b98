package dev.countersign.host.api.json;

/**
 * A link to an attachment that needs no key.
 *
 * @param expiresIn seconds from now
 */
public record AttachmentUrlJson(
    String url, String filename, int sizeBytes, String contentType, long expiresIn) {}
