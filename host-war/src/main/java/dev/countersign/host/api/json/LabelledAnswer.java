package dev.countersign.host.api.json;

/**
 * A message after somebody has said what it is.
 *
 * @param userLabel {@code spam} or {@code not_spam}
 */
public record LabelledAnswer(String id, String status, String userLabel) {}
