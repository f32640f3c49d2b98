package dev.countersign.host.identity;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line for each MIME part, outermost first: the {@code part:} lines of a signed string. */
final class ContentLines {
  private static final int PARTS_MAX = 1_000;
  private static final int DEPTH_MAX = 20;
  private static final Set<String> IDENTITY_ENCODINGS = Set.of("7bit", "8bit", "binary");
  private static final String[] SINGLE = {
    "Content-Type", "Content-Transfer-Encoding", "Content-Disposition"
  };

  private final List<String> lines = new ArrayList<>();

  private ContentLines() {}

  static List<String> of(MimePart root) throws MessagingException, IOException {
    ContentLines content = new ContentLines();
    content.add(root, "1", 1);
    return content.lines;
  }

  private void add(MimePart part, String number, int depth) throws MessagingException, IOException {
    if (depth > DEPTH_MAX || lines.size() >= PARTS_MAX) {
      throw new MessagingException("The message has too many parts.");
    }
    // Readers differ in which of two they believe.
    for (String name : SINGLE) {
      if (part.getHeader(name) != null && part.getHeader(name).length > 1) {
        throw new MessagingException("A part has the header " + name + " twice.");
      }
    }
    ContentType type = new ContentType(part.getContentType());
    if (type.match("multipart/*")) {
      addContainer(part, number, depth, type);
    } else {
      lines.add("part:" + number + " " + leaf(part, type));
    }
  }

  private void addContainer(MimePart part, String number, int depth, ContentType type)
      throws MessagingException, IOException {
    String encoding = part.getEncoding();
    if (encoding != null && !IDENTITY_ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
      throw new MessagingException("A multipart has a transfer encoding.");
    }
    if (!(part.getContent() instanceof Multipart multipart)) {
      throw new MessagingException("A multipart cannot be read.");
    }
    lines.add("part:" + number + " " + mediaType(type));
    for (int i = 0; i < multipart.getCount(); i++) {
      add((MimePart) multipart.getBodyPart(i), number + "." + (i + 1), depth + 1);
    }
  }

  private static String leaf(MimePart part, ContentType type)
      throws MessagingException, IOException {
    String disposition = part.getDisposition();
    boolean attachment = disposition != null && !disposition.equalsIgnoreCase(Part.INLINE);
    byte[] content;
    try (InputStream in = part.getInputStream()) {
      content = in.readAllBytes();
    }
    boolean asText = type.match("text/*") && !attachment;
    return mediaType(type)
        + parameter(" charset=", type.getParameter("charset"), true)
        + (attachment ? " attachment" : " inline")
        + parameter(" name=", part.getFileName(), false)
        + " sha256="
        + sha256(asText ? canonicalText(content) : content);
  }

  private static String mediaType(ContentType type) {
    return type.getBaseType().toLowerCase(Locale.ROOT);
  }

  private static String parameter(String label, @Nullable String value, boolean caseless) {
    return value == null
        ? ""
        : label + percentEncoded(caseless ? value.toLowerCase(Locale.ROOT) : value);
  }

  /**
   * The text that relays agree on: LF line ends, no spaces or tabs at the ends of lines, no empty
   * lines at the end.
   */
  static byte[] canonicalText(byte[] content) {
    // Latin-1 maps every byte to one character and back, whatever the text's charset is.
    String text = new String(content, StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder(text.length());
    int emptyLines = 0;
    for (String line : text.split("\r\n|\r|\n", -1)) {
      String kept = line.replaceFirst("[ \t]+$", "");
      if (kept.isEmpty()) {
        emptyLines++;
      } else {
        out.append("\n".repeat(emptyLines)).append(kept).append('\n');
        emptyLines = 0;
      }
    }
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
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
