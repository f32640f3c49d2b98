package dev.countersign.host.messages;

/** An attachment without its bytes. */
public record AttachmentFacts(String messageId, String name, int size, String contentType) {}
