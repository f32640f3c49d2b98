package dev.countersign.host.api;

import dev.countersign.host.inbound.ShownText;
import dev.countersign.host.inbound.authentication.ResultsField;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The header section of a message as it was transmitted: unfolded, with encoded words (RFC 2047)
 * decoded. Of a field that occurs more than once, the first is shown.
 */
record TransmittedHeaders(Map<String, String> fields) {
  /** Nobody reads more, and strangers may write a million fields. */
  private static final int SECTION_BYTES = 65_536;

  private static final int VALUE_CHARACTERS = 10_000;
  private static final Pattern NAME = Pattern.compile("[!-9;-~]{1,100}");

  static final TransmittedHeaders NONE = new TransmittedHeaders(Map.of());

  private static final String OWN = "x-multimail-";
  private static final String DISCLOSURE = "x-ai-generated";

  TransmittedHeaders {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * @param rfc822 a message, or its beginning with the whole header section
   */
  static TransmittedHeaders of(byte[] rfc822) {
    try {
      int read = Math.min(rfc822.length, SECTION_BYTES);
      var headers = new InternetHeaders(new ByteArrayInputStream(rfc822, 0, read), true);
      Map<String, String> fields = new LinkedHashMap<>();
      headers
          .getAllHeaders()
          .asIterator()
          .forEachRemaining(
              field -> {
                if (NAME.matcher(field.getName()).matches()) {
                  fields.putIfAbsent(field.getName(), value(field.getName(), field.getValue()));
                }
              });
      return new TransmittedHeaders(fields);
    } catch (MessagingException e) {
      throw new IllegalStateException("a transmission has no readable header section", e);
    }
  }

  /** With what was found out here in place of what others claim to have found out. */
  Map<String, String> vouchedFor(String results) {
    Map<String, String> shown = new LinkedHashMap<>(fields);
    shown.keySet().removeIf(ResultsField.NAME::equalsIgnoreCase);
    shown.put(ResultsField.NAME, results);
    return Collections.unmodifiableMap(shown);
  }

  /** Those that say who sent the message, with names in lower case. */
  Map<String, String> identity() {
    Map<String, String> own = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          var lower = name.toLowerCase(Locale.ROOT);
          if (lower.startsWith(OWN) || lower.equals(DISCLOSURE)) {
            own.put(lower, value);
          }
        });
    return own;
  }

  // Our own fields are tokens without spaces: what is between their parts is folding only.
  private static String value(String name, String folded) {
    String line = MimeUtility.unfold(folded);
    if (name.toLowerCase(Locale.ROOT).startsWith(OWN)) {
      return line.replaceAll("\\s+", "");
    }
    // What is encoded can be anything, line ends and letters that nobody sees too.
    try {
      return ShownText.line(MimeUtility.decodeText(line), VALUE_CHARACTERS);
    } catch (UnsupportedEncodingException e) {
      return ShownText.line(line, VALUE_CHARACTERS);
    }
  }
}
