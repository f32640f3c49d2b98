package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Everything of one tenant that the kernel decides about, and what its messages are owed, by public
 * ids.
 */
record Stored(
    boolean suspended,
    Map<String, Mailbox> boxes,
    Map<String, Message> messages,
    Map<String, Key> keys,
    Map<String, Owed> owed) {

  /**
   * Work in the outbox.
   *
   * @param due milliseconds since the epoch; 0 for work that waits for no moment
   * @param leased somebody is at it
   */
  record Owed(String work, long due, boolean leased) {
    boolean isUnderWay(long now) {
      return leased || due <= now;
    }
  }

  /** Where two differ, for the reader; empty if they are equal. */
  static List<String> differences(Stored expected, Stored actual) {
    List<String> found = new ArrayList<>();
    if (expected.suspended != actual.suspended) {
      found.add("the tenant's stop: expected " + expected.suspended);
    }
    compare("mailbox", expected.boxes, actual.boxes, found);
    compare("message", expected.messages, actual.messages, found);
    compare("key", expected.keys, actual.keys, found);
    compare("owed to", expected.owed, actual.owed, found);
    return found;
  }

  private static <T> void compare(
      String what, Map<String, T> expected, Map<String, T> actual, List<String> found) {
    var ids = new TreeSet<>(expected.keySet());
    ids.addAll(actual.keySet());
    for (var id : ids) {
      if (!Objects.equals(expected.get(id), actual.get(id))) {
        found.add(
            what
                + " "
                + id
                + "\n      expected "
                + expected.get(id)
                + "\n      stored   "
                + actual.get(id));
      }
    }
  }
}
