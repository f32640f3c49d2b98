package dev.countersign.host.signup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The short name of an account: the local part of its first mailbox, and its operator in identity
 * claims.
 *
 * @param text 3 to 40 of a-z, 0-9 and single dashes inside
 */
public record Slug(String text) {
  private static final int LONGEST = 40;
  private static final int SUGGESTIONS = 3;
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  // Names that people take for the server itself (RFC 2142 and others like them).
  private static final Set<String> RESERVED =
      Set.of(
          "abuse",
          "admin",
          "administrator",
          "api",
          "countersign",
          "deleted",
          "help",
          "hostmaster",
          "info",
          "mailer-daemon",
          "no-reply",
          "noreply",
          "operator",
          "postmaster",
          "root",
          "security",
          "server",
          "support",
          "verify",
          "webmaster",
          "www");

  /** Empty for a text that cannot be one. */
  public static Optional<Slug> parse(String text) {
    boolean fits = text.length() >= 3 && text.length() <= LONGEST;
    return fits && FORM.matcher(text).matches() ? Optional.of(new Slug(text)) : Optional.empty();
  }

  /** {@code Acme Corp.} is {@code acme-corp}; a name without letters gets a word. */
  public static Slug ofName(String name) {
    var text = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var cut = text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("^-+|-+$", "");
    return parse(cut).orElseGet(() -> new Slug(cut.isEmpty() ? "team" : "team-" + cut));
  }

  public boolean reserved() {
    return RESERVED.contains(text);
  }

  /** Others that look like it. */
  List<Slug> others() {
    var stem =
        text.substring(0, Math.min(text.length(), LONGEST - SUGGESTIONS)).replaceAll("-+$", "");
    return IntStream.rangeClosed(2, 1 + 3 * SUGGESTIONS)
        .mapToObj(number -> new Slug(stem + "-" + number))
        .toList();
  }
}
