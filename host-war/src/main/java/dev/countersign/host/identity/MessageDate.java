package dev.countersign.host.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Date of a message (RFC 5322 §3.3), in the form that is signed here. */
final class MessageDate {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:[A-Z][a-z]{2}, )?(\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d [+-]\\d{4})");
  private static final DateTimeFormatter READER =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private MessageDate() {}

  /** {@return empty if it has another form; the name of the day is not looked at} */
  static Optional<Instant> of(String relaxed) {
    Matcher form = FORM.matcher(relaxed);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(form.group(1), READER).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
