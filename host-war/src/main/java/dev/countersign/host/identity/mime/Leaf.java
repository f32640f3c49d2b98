package dev.countersign.host.identity.mime;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A part that is no multipart.
 *
 * @param charset as written; like {@code format} and {@code delsp} (RFC 3676) it changes what
 *     people read
 * @param attachment whether its disposition is that; else it is {@code inline}, or there is none
 * @param name the file name, decoded (RFC 2231)
 * @param content without its transfer encoding, one character for each byte
 * @param text whether it is shown as text, so that relays may have touched its line ends
 */
public record Leaf(
    Optional<String> charset,
    Optional<String> format,
    Optional<String> delsp,
    boolean attachment,
    Optional<String> name,
    String content,
    boolean text) {
  static Leaf of(Entity part, StructuredField type) throws MalformedMessageException {
    Optional<String> written = part.only("Content-Disposition");
    StructuredField disposition =
        StructuredField.of(written.isPresent() ? written.get() : "inline");
    boolean attachment = disposition.value().equals("attachment");
    if (!attachment && !disposition.value().equals("inline")) {
      throw new MalformedMessageException("a disposition is neither inline nor attachment");
    }
    String encoding = part.only("Content-Transfer-Encoding").orElse("7bit");
    return new Leaf(
        type.plain("charset"),
        type.plain("format"),
        type.plain("delsp"),
        attachment,
        name(disposition.decoded("filename"), type.decoded("name")),
        TransferEncoding.decode(encoding, part.body()),
        type.value().startsWith("text/") && !attachment);
  }

  // Readers differ in which of two names they show.
  private static Optional<String> name(Optional<String> filename, Optional<String> name)
      throws MalformedMessageException {
    if (filename.isPresent() && name.isPresent() && !filename.equals(name)) {
      throw new MalformedMessageException("a part has two names");
    }
    return filename.or(() -> name);
  }

  /** {@return the bytes of the content, of text the form that relays agree on} */
  public byte[] canonicalContent() {
    return (text ? canonicalText(content) : content).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** LF line ends, no spaces or tabs at the ends of lines, no empty lines at the end. */
  private static String canonicalText(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int emptyLines = 0;
    TextLine line;
    for (int at = 0; at < text.length(); at = line.next()) {
      line = TextLine.at(text, at);
      int end = line.trimmedEnd(text);
      if (end == at) {
        emptyLines++;
      } else {
        out.append("\n".repeat(emptyLines)).append(text, at, end).append('\n');
        emptyLines = 0;
      }
    }
    return out.toString();
  }
}
