package dev.countersign.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** How the words are spelled outside, and numbered inside the checked core. */
final class Words {
  private Words() {}

  static String wire(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> Optional<E> ofWire(E[] words, String wire) {
    for (E word : words) {
      if (wire(word).equals(wire)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  static <E extends Enum<E>> E of(E[] words, ToIntFunction<E> number, int wanted) {
    for (E word : words) {
      if (number.applyAsInt(word) == wanted) {
        return word;
      }
    }
    throw new IllegalStateException("no word has the number " + wanted);
  }
}
