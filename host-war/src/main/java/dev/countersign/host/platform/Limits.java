package dev.countersign.host.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The limits in force: the defaults of {@link Limit}, changed by configuration. */
@ApplicationScoped
public class Limits {
  private final Map<Limit, Long> values;

  /** The defaults; the container needs this constructor for its proxy, tests use it too. */
  public Limits() {
    this(property -> Optional.empty());
  }

  @Inject
  public Limits(Config config) {
    this(property -> config.getOptionalValue(property, String.class));
  }

  public Limits(Function<String, Optional<String>> setting) {
    values = new EnumMap<>(Limit.class);
    for (var limit : Limit.values()) {
      values.put(
          limit,
          setting
              .apply(limit.property())
              .map(text -> parse(limit, text))
              .orElse(limit.byDefault()));
    }
  }

  // A limit that cannot be what the operator meant stops the start: running with another would
  // surprise later.
  private static long parse(Limit limit, String text) {
    long value;
    try {
      value = Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw outside(limit, text, e);
    }
    if (value < limit.lowest() || value > limit.highest()) {
      throw outside(limit, text, null);
    }
    return value;
  }

  private static IllegalArgumentException outside(
      Limit limit, String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s is \"%s\"; give a whole number from %d to %d.",
            limit.property(),
            text,
            limit.lowest(),
            limit.highest()),
        cause);
  }

  public long value(Limit limit) {
    return values.getOrDefault(limit, limit.byDefault());
  }

  public int count(Limit limit) {
    return Math.toIntExact(value(limit));
  }

  public Duration duration(Limit milliseconds) {
    return Duration.ofMillis(value(milliseconds));
  }

  /** Refuses a text of more than the limit's characters (code points). */
  public void checkLength(Limit limit, String field, String text) {
    if (text.codePointCount(0, text.length()) > value(limit)) {
      throw Problem.field(
          ErrorCode.TOO_LONG,
          field,
          String.format(
              Locale.ROOT, "%s may have at most %d characters; shorten it.", field, value(limit)));
    }
  }

  /** Refuses more entries than the limit allows; {@code what} is the field, or several in words. */
  public void checkCount(Limit limit, String what, int actual) {
    if (actual > value(limit)) {
      throw Problem.field(
          ErrorCode.TOO_MANY,
          what,
          String.format(
              Locale.ROOT, "%s may have at most %d entries, not %d.", what, value(limit), actual));
    }
  }

  /** Refuses an attachment, or all of them together, of more bytes than the limit. */
  public void checkAttachmentBytes(Limit limit, String field, long actual) {
    if (actual > value(limit)) {
      throw Problem.field(
          ErrorCode.ATTACHMENT_TOO_LARGE,
          field,
          String.format(
              Locale.ROOT, "%s may have at most %d bytes, not %d.", field, value(limit), actual));
    }
  }

  /** Rows for one page: what the query asked for, within 1 and the largest page. */
  public int page(@Nullable String limitParameter) {
    int largest = count(Limit.LIST_PAGE_COUNT);
    if (limitParameter == null || limitParameter.isBlank()) {
      return Math.min(count(Limit.LIST_PAGE_DEFAULT_COUNT), largest);
    }
    try {
      int asked = Integer.parseInt(limitParameter.strip());
      if (asked >= 1 && asked <= largest) {
        return asked;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number outside the bounds
    }
    throw Problem.field(
        ErrorCode.OUT_OF_RANGE, "limit", "limit must be a whole number from 1 to " + largest + ".");
  }
}
