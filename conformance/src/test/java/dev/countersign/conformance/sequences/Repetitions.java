package dev.countersign.conformance.sequences;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the server promises of a letter that is handed in again: under its mailbox's idempotency key
 * it is the first one for longer than any sequence lasts, with the same content for a short while.
 * The kernel knows of neither.
 */
final class Repetitions {
  /**
   * The message that was handed in first.
   *
   * @param content without its key
   */
  record First(Letter content, String id) {}

  private record Key(String box, String key) {}

  private record Content(String box, Letter letter) {}

  /** A message, and when it was taken in, in milliseconds since the epoch. */
  private record Taken(String id, long at) {}

  private final long window;
  private final Map<Key, First> keys = new HashMap<>();
  private final Map<Content, Taken> contents = new HashMap<>();

  /**
   * @param window milliseconds in which the same content again is the same message, 0 for none
   */
  Repetitions(long window) {
    this.window = window;
  }

  Repetitions copy() {
    var copy = new Repetitions(window);
    copy.keys.putAll(keys);
    copy.contents.putAll(contents);
    return copy;
  }

  Optional<First> underKey(String box, String key) {
    return Optional.ofNullable(keys.get(new Key(box, key)));
  }

  Optional<String> ofContent(String box, Letter content, long now) {
    return Optional.ofNullable(contents.get(new Content(box, content)))
        .filter(taken -> now < taken.at() + window)
        .map(Taken::id);
  }

  /** The letter's key, if it has one, from now on means this message. */
  void remember(String box, Letter letter, String id) {
    var first = new First(letter.under(Optional.empty()), id);
    letter.retryKey().ifPresent(key -> keys.put(new Key(box, key), first));
  }

  /** A repetition does not lengthen the while. */
  void add(String box, Letter content, String id, long at) {
    contents.put(new Content(box, content), new Taken(id, at));
  }

  /** Some content's while is over in between: a call meets one side of that or the other. */
  boolean anyEnds(long from, long until) {
    return contents.values().stream()
        .map(taken -> taken.at() + window)
        .anyMatch(end -> from < end && end <= until);
  }
}
