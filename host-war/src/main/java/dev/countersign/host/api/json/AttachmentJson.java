package dev.countersign.host.api.json;

import dev.countersign.host.messages.AttachmentFacts;

/**
 * An attachment as lists show it.
 *
 * @param size in bytes
 */
public record AttachmentJson(String name, int size, String contentType) {
  public static AttachmentJson of(AttachmentFacts facts) {
    return new AttachmentJson(facts.name(), facts.size(), facts.contentType());
  }
}
