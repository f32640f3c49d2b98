package dev.countersign.host.api.json;

import dev.countersign.host.retention.Erased;
import dev.countersign.host.retention.RetentionPolicy;
import dev.countersign.host.retention.RetentionPolicyRow;
import dev.countersign.host.retention.RetentionRunRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a tenant keeps what people wrote, and what was erased.
 *
 * @param least no policy may keep anything for fewer days
 * @param setBy the operator who set it; null while the defaults count
 * @param holdsInForce how many legal holds keep something back
 * @param runs the latest, newest first
 */
public record RetentionJson(
    RetentionPolicy policy,
    RetentionPolicy defaults,
    RetentionPolicy least,
    @Nullable String setBy,
    @Nullable String setAt,
    long holdsInForce,
    List<Run> runs) {
  /** One batch that was erased. */
  public record Run(String id, String at, Erased erased) {
    static Run of(RetentionRunRow row) {
      return new Run(row.id(), Times.iso(row.at()), row.erased());
    }
  }

  public static RetentionJson of(
      RetentionPolicy policy,
      RetentionPolicy defaults,
      RetentionPolicy least,
      @Nullable RetentionPolicyRow set,
      long holdsInForce,
      List<RetentionRunRow> runs) {
    return new RetentionJson(
        policy,
        defaults,
        least,
        set == null ? null : set.setBy(),
        set == null ? null : Times.iso(set.setAt()),
        holdsInForce,
        runs.stream().map(Run::of).toList());
  }
}
