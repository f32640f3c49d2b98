package dev.countersign.host.api.json;

import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.InvalidMailException;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single values of a call, from JSON or the query, into the host's own types. */
public final class Fields {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Fields() {}

  public static String required(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw missing(field);
    }
    return text;
  }

  /** The text, or nothing for an absent or blank one. */
  public static Optional<String> optional(@Nullable String text) {
    return Optional.ofNullable(text).filter(given -> !given.isBlank());
  }

  /** Unlike a required text, a present value may be empty. */
  public static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw missing(field);
    }
    return value;
  }

  public static Problem missing(String field) {
    return Problem.field(
        ErrorCode.MISSING_FIELD, field, field + " is required and must not be empty.");
  }

  public static Problem invalid(String field, String sentence) {
    return Problem.field(ErrorCode.INVALID_VALUE, field, sentence);
  }

  /** No message leaves unsigned, so asking for that gets a clear no instead of silence. */
  static void alwaysSigned(@Nullable Boolean identitySigning) {
    if (Boolean.FALSE.equals(identitySigning)) {
      throw invalid("identity_signing", "identity_signing cannot be off: every message is signed.");
    }
  }

  /** One of two spellings of the same field; both at once would leave open which one counts. */
  public static <T> Optional<T> either(
      String field, @Nullable T value, String alias, @Nullable T aliased) {
    if (value != null && aliased != null) {
      throw invalid(
          alias, String.format(Locale.ROOT, "Give either %s or %s, not both.", field, alias));
    }
    return Optional.ofNullable(value == null ? aliased : value);
  }

  /** One word of a fixed list, such as a mode. */
  public static <T> Optional<T> word(
      String field, @Nullable String text, Function<String, Optional<T>> words) {
    return optional(text)
        .map(
            given ->
                words
                    .apply(given)
                    .orElseThrow(
                        () -> invalid(field, field + " is not one of the words allowed there.")));
  }

  /** As stored: the databases count UTF-16 units, so that is what is counted here. */
  public static Optional<String> shortText(String field, @Nullable String text, long longest) {
    var given = optional(text);
    if (given.isPresent() && given.get().length() > longest) {
      throw Problem.field(
          ErrorCode.TOO_LONG,
          field,
          String.format(
              Locale.ROOT, "%s may have at most %d characters; shorten it.", field, longest));
    }
    return given;
  }

  /** A text that is shown on one line, such as a name. */
  public static Optional<String> line(String field, @Nullable String text, long longest) {
    var given = shortText(field, text, longest);
    if (given.isPresent() && given.get().chars().anyMatch(Character::isISOControl)) {
      throw invalid(field, field + " must be one line, without control characters.");
    }
    return given.map(String::strip);
  }

  public static EmailAddress address(String field, String text) {
    try {
      return EmailAddress.parse(text);
    } catch (InvalidMailException e) {
      throw Problem.field(ErrorCode.INVALID_ADDRESS, field, field + ": " + e.getMessage());
    }
  }

  /** {@return milliseconds since the epoch, of an ISO 8601 time in UTC that ends in Z} */
  public static long time(String field, String text) {
    try {
      var time = Instant.parse(text);
      if (text.endsWith("Z") && time.isAfter(Instant.EPOCH) && time.isBefore(LATEST)) {
        return time.toEpochMilli();
      }
    } catch (DateTimeException e) {
      // answered below, like a time in another zone
    }
    throw invalid(
        field, field + " must be a time in UTC that ends in Z, like 2026-11-22T09:30:00Z.");
  }

  /** As {@link #time}, or a day, which stands for its beginning. */
  public static long dateOrTime(String field, String text) {
    return time(field, DAY.matcher(text).matches() ? text + "T00:00:00Z" : text);
  }
}
