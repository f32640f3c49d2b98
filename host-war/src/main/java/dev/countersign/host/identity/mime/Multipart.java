package dev.countersign.host.identity.mime;

import java.util.ArrayList;
import java.util.List;

/** Cuts the body of a multipart at its boundary (RFC 2046 §5.1.1). */
final class Multipart {
  private static final int BOUNDARY_MAX = 70;

  private Multipart() {}

  /**
   * {@return the texts of the parts, at least one}
   *
   * @throws MalformedMessageException if a delimiter is not a whole line, the last one is missing,
   *     or there is one after it
   */
  static List<String> parts(String body, String boundary, int max)
      throws MalformedMessageException {
    if (boundary.isEmpty() || boundary.length() > BOUNDARY_MAX || boundary.endsWith(" ")) {
      throw new MalformedMessageException("a boundary has another form");
    }
    String delimiter = "--" + boundary;
    List<String> parts = new ArrayList<>();
    int open = -1;
    boolean closed = false;
    TextLine line;
    for (int at = 0; at < body.length(); at = line.next()) {
      line = TextLine.at(body, at);
      if (!body.startsWith(delimiter, at)) {
        continue;
      }
      String rest = body.substring(at + delimiter.length(), line.trimmedEnd(body));
      if (closed || !(rest.isEmpty() || rest.equals("--")) || parts.size() >= max) {
        throw new MalformedMessageException("a multipart can be cut in several ways");
      }
      if (open >= 0) {
        parts.add(body.substring(open, Math.max(open, beforeLineEnd(body, at))));
      }
      open = line.next();
      closed = !rest.isEmpty();
    }
    if (!closed || parts.isEmpty()) {
      throw new MalformedMessageException("a multipart does not end");
    }
    return parts;
  }

  // The line end before a delimiter belongs to the delimiter.
  private static int beforeLineEnd(String body, int at) {
    return body.startsWith("\r\n", at - 2) ? at - 2 : at - 1;
  }
}
