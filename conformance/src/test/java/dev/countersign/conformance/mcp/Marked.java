package dev.countersign.conformance.mcp;

import java.util.Optional;
import java.util.regex.Pattern;

/** A block that sets text of others apart. */
final class Marked {
  private static final Pattern FRAME =
      Pattern.compile(
          "--- BEGIN UNTRUSTED EMAIL BODY ([0-9a-f]{16}) [^\n]*---\n(.*)\n"
              + "--- END UNTRUSTED EMAIL BODY \\1 ---",
          Pattern.DOTALL);

  private Marked() {}

  /** {@return what is wrong with it} The text must not be able to end the block. */
  static Optional<String> fault(String block, String text) {
    var frame = FRAME.matcher(block);
    if (!frame.matches()) {
      return Optional.of("no marks with a number of their own: " + block);
    }
    if (frame.group(2).contains(frame.group(1))) {
      return Optional.of("the text knows the number of its marks");
    }
    return frame.group(2).strip().equals(text.strip())
        ? Optional.empty()
        : Optional.of("another text: " + frame.group(2));
  }
}
