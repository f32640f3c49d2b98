package dev.countersign.host.attachments;

import java.util.Optional;

/**
 * Which file a link is good for, on whose word and for how long.
 *
 * @param key the API key that made it; the link is worth what that key is
 * @param position which of the message's attachments
 * @param expires milliseconds since 1970
 */
public record AttachmentLink(String tenant, String key, String email, int position, long expires) {
  private static final int PARTS = 5;

  /** {@return whether it is too old} */
  public boolean over(long now) {
    return expires <= now;
  }

  String text() {
    return String.join("/", tenant, key, email, Integer.toString(position), Long.toString(expires));
  }

  /** Only of what this server wrote itself. */
  static Optional<AttachmentLink> of(String text) {
    var parts = text.split("/", -1);
    return parts.length == PARTS
        ? Optional.of(
            new AttachmentLink(
                parts[0], parts[1], parts[2], Integer.parseInt(parts[3]), Long.parseLong(parts[4])))
        : Optional.empty();
  }
}
