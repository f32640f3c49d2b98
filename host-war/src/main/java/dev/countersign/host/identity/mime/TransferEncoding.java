package dev.countersign.host.identity.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Undoes a Content-Transfer-Encoding (RFC 2045 §6). */
final class TransferEncoding {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*+={0,2}");

  private TransferEncoding() {}

  static boolean isIdentity(String encoding) {
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "7bit", "8bit", "binary" -> true;
      default -> false;
    };
  }

  /**
   * {@return the content of a body, one character for each byte}
   *
   * @throws MalformedMessageException where a lenient reader would have to guess
   */
  static String decode(String encoding, String body) throws MalformedMessageException {
    if (isIdentity(encoding)) {
      return body;
    }
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(body);
      case "quoted-printable" -> quotedPrintable(body);
      default -> throw new MalformedMessageException("a transfer encoding is unknown");
    };
  }

  private static String base64(String body) throws MalformedMessageException {
    String text = body.replaceAll("[ \t\r\n]+", "");
    if (text.length() % 4 != 0 || !BASE64.matcher(text).matches()) {
      throw new MalformedMessageException("a body is not base64");
    }
    return new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1);
  }

  private static String quotedPrintable(String body) throws MalformedMessageException {
    StringBuilder out = new StringBuilder(body.length());
    for (int at = 0; at < body.length(); ) {
      TextLine line = TextLine.at(body, at);
      // Spaces at the end of a line were put there on the way (RFC 2045 §6.7, rule 3).
      int end = line.trimmedEnd(body);
      boolean soft = end > line.start() && body.charAt(end - 1) == '=';
      decodeLine(body, line.start(), soft ? end - 1 : end, out);
      if (!soft) {
        out.append(body, line.end(), line.next());
      }
      at = line.next();
    }
    return out.toString();
  }

  private static void decodeLine(String body, int from, int to, StringBuilder out)
      throws MalformedMessageException {
    for (int at = from; at < to; at++) {
      char c = body.charAt(at);
      if (c == '=') {
        if (at + 2 >= to
            || !HexFormat.isHexDigit(body.charAt(at + 1))
            || !HexFormat.isHexDigit(body.charAt(at + 2))) {
          throw new MalformedMessageException("a body is not quoted-printable");
        }
        out.append((char) HexFormat.fromHexDigits(body, at + 1, at + 3));
        at += 2;
      } else if (c > 0x7E) {
        throw new MalformedMessageException("a body is not quoted-printable");
      } else {
        out.append(c);
      }
    }
  }
}
