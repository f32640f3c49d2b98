package dev.countersign.host.signup;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code such as {@code SKP-7D2-4V8}, for people to read out.
 *
 * @param text its nine characters without the dashes
 */
record SignupCode(String text) {
  // Without letters and digits that look alike.
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final Pattern WRITTEN = Pattern.compile("[A-Z2-9&&[^IO]]{9}");
  private static final int GROUP = 3;
  private static final int CHARACTERS = 3 * GROUP;
  private static final SecureRandom RANDOM = new SecureRandom();

  static SignupCode mint() {
    var text = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new SignupCode(text.toString());
  }

  /** In whatever case, with dashes and spaces or without. */
  static Optional<SignupCode> parse(String written) {
    var text = written.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return WRITTEN.matcher(text).matches() ? Optional.of(new SignupCode(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return String.join("-", text.substring(0, 3), text.substring(3, 6), text.substring(6));
  }
}
