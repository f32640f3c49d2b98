package dev.countersign.host.intake;

import dev.countersign.kernel.SpamVerdict;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a filter thinks of a message.
 *
 * @param score in the filter's own points, to the next whole one; null where it gives none
 */
record Opinion(SpamVerdict verdict, @Nullable Integer score) {
  static final Opinion NONE = new Opinion(SpamVerdict.CLEAN, null);

  private static final Pattern SCORE = Pattern.compile("score=(-?[0-9]{1,6}(?:\\.[0-9]+)?)");
  private static final Pattern REQUIRED = Pattern.compile("required=(-?[0-9]{1,6}(?:\\.[0-9]+)?)");

  /** A filter wants a message to come again later. */
  static boolean later(String action) {
    return action.equals("soft reject") || action.equals("greylist");
  }

  /** In the words of rspamd. */
  static Opinion ofAction(String action, @Nullable Double score) {
    SpamVerdict verdict =
        switch (action.toLowerCase(Locale.ROOT)) {
          case "no action" -> SpamVerdict.CLEAN;
          case "reject" -> SpamVerdict.QUARANTINED;
          // Whatever else it wants done to a message, it does not take it for good.
          default -> SpamVerdict.FLAGGED;
        };
    return new Opinion(verdict, score == null ? null : (int) Math.round(score));
  }

  /**
   * As a field has it: {@code Yes, score=7.1 required=5.0} of SpamAssassin, or one of rspamd's
   * actions. Twice what makes spam keeps a message from being read.
   */
  static Opinion ofField(String content) {
    String text = content.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Optional<Double> score = number(SCORE, text);
    if (text.startsWith("yes")) {
      Optional<Double> required = number(REQUIRED, text);
      boolean far = score.isPresent() && required.isPresent() && score.get() >= 2 * required.get();
      return new Opinion(far ? SpamVerdict.QUARANTINED : SpamVerdict.FLAGGED, rounded(score));
    }
    return text.startsWith("no") || text.isEmpty()
        ? new Opinion(SpamVerdict.CLEAN, rounded(score))
        : ofAction(text, null);
  }

  private static Optional<Double> number(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(Double.valueOf(found.group(1))) : Optional.empty();
  }

  private static @Nullable Integer rounded(Optional<Double> score) {
    return score.map(points -> (int) Math.round(points)).orElse(null);
  }
}
