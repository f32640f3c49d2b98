package dev.countersign.audit.entries;

/**
 * What the id of an entry is made of.
 *
 * @param high 50 bits of time and 14 of randomness
 * @param low the rest
 */
public record Ulid(long high, long low) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TIME_CHARACTERS = 10;
  private static final int CHARACTERS = 26;
  private static final int HALF = 13;
  private static final int BITS = 5;

  /** Reads what stands behind the prefix, as in {@code led_01…}. */
  public static Ulid of(String id) {
    String ulid = id.substring(id.length() - CHARACTERS);
    // 130 bits, of which the first two are 0.
    long middle = number(ulid, HALF, HALF + 1);
    return new Ulid(
        (number(ulid, 0, HALF) << 1) | (middle >> (BITS - 1)), number(ulid, HALF, CHARACTERS));
  }

  /** {@return milliseconds since 1970 that an id begins with} */
  public static long time(String id) {
    String ulid = id.substring(id.length() - CHARACTERS);
    return number(ulid, 0, TIME_CHARACTERS);
  }

  private static long number(String ulid, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = (number << BITS) | ALPHABET.indexOf(ulid.charAt(i));
    }
    return number;
  }
}
