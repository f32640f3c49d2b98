package dev.countersign.conformance.siem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What is promised of a subscription to the whole ledger, held against what arrived. */
final class Stream {
  private Stream() {}

  /** One thing that arrived: which entry it tells of, and under which id. */
  record Arrived(long position, String id, String entry) {
    static Arrived of(JsonNode body) {
      return new Arrived(
          body.path("position").asLong(), body.path("id").asText(), body.path("entry_id").asText());
    }
  }

  /**
   * {@return what is wrong}
   *
   * @param entries the ids of the entries from position {@code from} on, in the order of the log
   */
  static List<String> faults(long from, List<String> entries, List<Arrived> arrived) {
    List<String> faults = new ArrayList<>();
    Map<String, String> idOf = new HashMap<>();
    var firsts = new LinkedHashSet<String>();
    for (var one : arrived) {
      var known = idOf.putIfAbsent(one.entry(), one.id());
      if (known != null && !known.equals(one.id())) {
        faults.add(one.entry() + " came under two ids");
      }
      firsts.add(one.entry());
      int place = (int) (one.position() - from);
      if (place < 0 || place >= entries.size() || !entries.get(place).equals(one.entry())) {
        faults.add(one.entry() + " came with another position");
      }
    }
    if (!List.copyOf(firsts).equals(entries)) {
      faults.add("not the same entries in the same order: " + firsts.size() + " came first");
    }
    return faults;
  }
}
