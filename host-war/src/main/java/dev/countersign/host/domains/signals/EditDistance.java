package dev.countersign.host.domains.signals;

/** How far apart two names are, counted in slips of the hand. */
final class EditDistance {
  private EditDistance() {}

  /** One character put in, left out or changed, or two neighbours swapped. */
  static boolean atMostOne(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    String restA = a.substring(same);
    String restB = b.substring(same);
    if (restA.length() == restB.length()) {
      return restA.length() < 2 || tail(restA, 1).equals(tail(restB, 1)) || swapped(restA, restB);
    }
    return restA.length() > restB.length()
        ? tail(restA, 1).equals(restB)
        : tail(restB, 1).equals(restA);
  }

  private static boolean swapped(String a, String b) {
    return a.charAt(0) == b.charAt(1)
        && a.charAt(1) == b.charAt(0)
        && tail(a, 2).equals(tail(b, 2));
  }

  private static String tail(String text, int from) {
    return text.substring(from);
  }
}
