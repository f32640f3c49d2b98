package dev.countersign.conformance.domains;

import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import java.util.EnumMap;
import java.util.List;
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

  static Profile good(String name, int count) {
    return new Profile(name, false, count, new EnumMap<>(Signal.class));
  }

  static Profile bad(String name, int count) {
    return new Profile(name, true, count, new EnumMap<>(Signal.class));
  }

  Profile with(Signal signal, int good, int first, int second, int third, int unknown) {
    if (good + first + second + third + unknown != 100) {
      throw new IllegalArgumentException(name + " " + signal + " is not 100 percent");
    }
    odds.put(signal, new int[] {good, first, second, third, unknown});
    return this;
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
