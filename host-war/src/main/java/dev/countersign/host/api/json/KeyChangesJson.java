package dev.countersign.host.api.json;

import dev.countersign.host.transparency.store.KeyChangeTable.KeyChange;
import java.util.List;

/** The changes of a log's keys, oldest first. */
public record KeyChangesJson(List<One> changes) {
  /**
   * One key took over from another.
   *
   * @param changed_at ISO 8601 in UTC
   * @param statement a signed note
   */
  public record One(
      String replaces, String key, long after_size, String changed_at, String statement) {}

  public static KeyChangesJson of(List<KeyChange> changes) {
    return new KeyChangesJson(
        changes.stream()
            .map(
                change ->
                    new One(
                        change.old().toString(),
                        change.fresh().toString(),
                        change.after(),
                        Times.iso(change.at()),
                        change.statement().toString()))
            .toList());
  }
}
