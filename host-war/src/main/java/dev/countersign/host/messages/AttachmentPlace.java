package dev.countersign.host.messages;

/** Which of a message's attachments, without its bytes. */
public record AttachmentPlace(int position, String name, int size, String contentType) {}
