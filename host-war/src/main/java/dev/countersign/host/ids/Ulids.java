package dev.countersign.host.ids;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import java.util.Optional;

/** ULIDs that sort by creation within one process, so that {@code since_id} and cursors work. */
final class Ulids {
  private Ulids() {}

  static String mint() {
    return UlidCreator.getMonotonicUlid().toString();
  }

  /** The least ULID of a time in milliseconds since 1970; of one before that, the least of all. */
  static String earliest(long millis) {
    return Ulid.min(Math.max(0, millis)).toString();
  }

  /** The ULID behind one of these prefixes, or behind none. */
  static Optional<String> parse(String text, String... prefixes) {
    for (var prefix : prefixes) {
      if (text.startsWith(prefix)) {
        return parse(text.substring(prefix.length()));
      }
    }
    return Ulid.isValid(text) ? Optional.of(Ulid.from(text).toString()) : Optional.empty();
  }
}
