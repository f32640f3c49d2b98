package dev.countersign.host.identity;

import dev.countersign.host.identity.mime.Entity;
import dev.countersign.host.identity.mime.Leaf;
import dev.countersign.host.identity.mime.MalformedMessageException;
import dev.countersign.host.identity.mime.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One line for each MIME part, outermost first: the {@code part:} lines of a signed string. */
final class ContentLines {
  private ContentLines() {}

  static List<String> of(Entity message) throws MalformedMessageException {
    return Part.all(message).stream().map(ContentLines::line).toList();
  }

  private static String line(Part part) {
    return "part:"
        + part.number()
        + " "
        + part.mediaType()
        + part.leaf().map(ContentLines::description).orElse("");
  }

  private static String description(Leaf leaf) {
    return parameter(" charset=", leaf.charset().map(text -> text.toLowerCase(Locale.ROOT)))
        + parameter(" format=", leaf.format().map(text -> text.toLowerCase(Locale.ROOT)))
        + parameter(" delsp=", leaf.delsp().map(text -> text.toLowerCase(Locale.ROOT)))
        + (leaf.attachment() ? " attachment" : " inline")
        + parameter(" name=", leaf.name())
        + " sha256="
        + sha256(leaf.canonicalContent());
  }

  private static String parameter(String label, Optional<String> value) {
    return value.map(text -> label + percentEncoded(text)).orElse("");
  }

  // RFC 3986 §2.1; everything but the unreserved characters.
  private static String percentEncoded(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
      out.append(
          unreserved ? String.valueOf(c) : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
    }
    return out.toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
