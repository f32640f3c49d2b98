package dev.countersign.host.identity.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node of the MIME tree.
 *
 * @param number {@code 1} for the message itself, {@code 1.2} for the second part of it
 * @param mediaType in lower case, without parameters
 * @param leaf empty for a multipart
 */
public record Part(String number, String mediaType, Optional<Leaf> leaf) {
  private static final int PARTS_MAX = 1_000;
  private static final int DEPTH_MAX = 20;

  /**
   * {@return all parts of a message, outermost first, in order}
   *
   * @throws MalformedMessageException if readers could see other parts
   */
  public static List<Part> all(Entity message) throws MalformedMessageException {
    // Without it, a reader may take the whole body for plain text (RFC 2045 §4).
    if (!message.only("MIME-Version").equals(Optional.of("1.0"))) {
      throw new MalformedMessageException("the message is not MIME 1.0");
    }
    List<Part> parts = new ArrayList<>();
    add(message, "1", 1, parts);
    return parts;
  }

  private static void add(Entity entity, String number, int depth, List<Part> parts)
      throws MalformedMessageException {
    if (depth > DEPTH_MAX || parts.size() >= PARTS_MAX) {
      throw new MalformedMessageException("the message has too many parts");
    }
    Optional<String> written = entity.only("Content-Type");
    StructuredField type = StructuredField.of(written.isPresent() ? written.get() : "text/plain");
    if (!type.value().contains("/")) {
      throw new MalformedMessageException("a media type has another form");
    }
    if (!type.value().startsWith("multipart/")) {
      parts.add(new Part(number, type.value(), Optional.of(Leaf.of(entity, type))));
      return;
    }
    // The parts of a digest are messages when they do not say what they are (RFC 2046 §5.1.5).
    boolean digest = type.value().equals("multipart/digest");
    String encoding = entity.only("Content-Transfer-Encoding").orElse("7bit");
    if (digest || !TransferEncoding.isIdentity(encoding)) {
      throw new MalformedMessageException("a multipart is a digest or encoded");
    }
    entity.only("Content-Disposition");
    parts.add(new Part(number, type.value(), Optional.empty()));
    int child = 0;
    String boundary = type.plain("boundary").orElse("");
    for (String text : Multipart.parts(entity.body(), boundary, PARTS_MAX)) {
      child++;
      add(Entity.of(text), number + "." + child, depth + 1, parts);
    }
  }
}
