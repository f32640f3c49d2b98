package dev.countersign.host.api.json;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.webhooks.LogPlace;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook goes on.
 *
 * @param from a position in the log, an entry's id or a time; without one, where it stands
 */
@Schema(example = "{\"from\": 0}")
public record ReplayBody(@Nullable Object from) {
  private static final String FIELD = "from";

  public Optional<LogPlace> place() {
    return place(from);
  }

  static Optional<LogPlace> place(@Nullable Object from) {
    return switch (from) {
      case null -> Optional.empty();
      case Integer index -> Optional.of(index(index));
      case Long index -> Optional.of(index(index));
      case String text when text.isBlank() -> Optional.empty();
      case String text ->
          Optional.of(
              LedgerEntryId.parse(text)
                  .<LogPlace>map(LogPlace.Entry::new)
                  .orElseGet(() -> new LogPlace.Time(Fields.dateOrTime(FIELD, text))));
      default ->
          throw Problem.field(
              ErrorCode.WRONG_TYPE,
              FIELD,
              "from must be a whole number, the id of an entry, or a time.");
    };
  }

  private static LogPlace index(long index) {
    if (index < 0) {
      throw Problem.field(ErrorCode.OUT_OF_RANGE, FIELD, "from must be 0 or more.");
    }
    return new LogPlace.Index(index);
  }
}
