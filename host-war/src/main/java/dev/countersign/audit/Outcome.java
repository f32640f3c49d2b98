package dev.countersign.audit;

import java.util.List;
import java.util.Map;

/**
 * What an audit found.
 *
 * @param root of all entries, in hex
 * @param checkpoint the note that vouches for all of it
 * @param counts of what was looked at, by stable names
 * @param witnesses by the keys that were given, up to how many entries each has signed
 * @param findings the first of them, in the order of the entries
 * @param total how many there are in all
 */
public record Outcome(
    String origin,
    String tenant,
    String root,
    String checkpoint,
    Map<String, Long> counts,
    Map<String, Long> witnesses,
    List<Finding> findings,
    long total) {
  public boolean verified() {
    return total == 0;
  }
}
