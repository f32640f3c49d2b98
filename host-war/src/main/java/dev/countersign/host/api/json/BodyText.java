package dev.countersign.host.api.json;

import dev.countersign.host.mail.Body;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text in either dialect: {@code markdown} is CommonMark, {@code text_body} is plain. */
final class BodyText {
  private BodyText() {}

  static Body of(@Nullable String markdown, @Nullable String textBody, Limits limits) {
    String text = required(markdown, textBody);
    long longest = limits.value(Limit.BODY_CHARACTERS);
    if (bytes(text) > longest) {
      throw Problem.field(
          ErrorCode.BODY_TOO_LARGE,
          markdown == null ? "text_body" : "markdown",
          String.format(
              Locale.ROOT, "The text may have at most %d bytes; attach what is longer.", longest));
    }
    return markdown == null ? new Body.PlainText(text) : new Body.Markdown(text);
  }

  static String required(@Nullable String markdown, @Nullable String textBody) {
    return Fields.either("markdown", markdown, "text_body", textBody)
        .orElseThrow(() -> Fields.missing("markdown"));
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
