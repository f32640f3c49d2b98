package dev.countersign.host.codes;

import java.security.SecureRandom;
import java.util.Locale;

/** A code as a person reads and types it, such as {@code A7X-29K}: 30 random bits. */
record CodeText(String shown) {
  // Without letters and digits that look alike.
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int CHARACTERS = 6;
  private static final int GROUP = 3;
  private static final SecureRandom RANDOM = new SecureRandom();

  static CodeText mint() {
    var text = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new CodeText(text.toString());
  }

  /** Typed with or without the dash, in either case. */
  String plain() {
    return shown.strip().replace("-", "").toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "a code";
  }
}
