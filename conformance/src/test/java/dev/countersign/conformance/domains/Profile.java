package dev.countersign.conformance.domains;

import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A kind of domain, and how often its signals say what. Shaped on what is publicly known: young
 * domains are rare among companies and common in phishing, policies of DMARC are widespread among
 * large senders and rare elsewhere, most zones are unsigned.
 *
 * @param count of such domains in the set
 * @param odds of the levels good, first, second, third and unknown, in percent
 */
record Profile(String name, boolean bad, int count, Map<Signal, int[]> odds) {
  private static final List<Level> LEVELS =
      List.of(Level.GOOD, Level.FIRST, Level.SECOND, Level.THIRD, Level.UNKNOWN);

  /** A line of the table: good or bad, kind, count, then odds such as {@code spf=85/5/8/2/0}. */
  static Profile of(String line) {
    String[] cells = line.split("\t", -1);
    Map<Signal, int[]> odds = new EnumMap<>(Signal.class);
    for (String cell : List.of(cells).subList(3, cells.length)) {
      int equals = cell.indexOf('=');
      int[] percent =
          Arrays.stream(cell.substring(equals + 1).split("/", -1))
              .mapToInt(Integer::parseInt)
              .toArray();
      if (percent.length != LEVELS.size() || Arrays.stream(percent).sum() != 100) {
        throw new IllegalArgumentException(cell + " is not 100 percent: " + line);
      }
      odds.put(Signal.valueOf(cell.substring(0, equals).toUpperCase(Locale.ROOT)), percent);
    }
    return new Profile(cells[1], cells[0].equals("bad"), Integer.parseInt(cells[2]), odds);
  }

  /** One domain of this kind; a signal without odds says good. */
  Map<Signal, Level> sample(Random chance) {
    Map<Signal, Level> levels = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      levels.put(signal, Level.GOOD);
      int[] percent = odds.getOrDefault(signal, new int[] {100, 0, 0, 0, 0});
      int dice = chance.nextInt(100);
      for (int i = 0; i < LEVELS.size(); i++) {
        if (0 <= dice && dice < percent[i]) {
          levels.put(signal, LEVELS.get(i));
        }
        dice -= percent[i];
      }
    }
    levels.put(Signal.DNSSEC, Level.OFF);
    return levels;
  }
}
