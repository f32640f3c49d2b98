package dev.countersign.conformance.sequences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the documentation calls things: the statuses of errors, the ledger's word for a call. */
final class Words {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (\\d{3}) \\|");
  private static final Map<String, Integer> STATUSES = statuses();

  private Words() {}

  private static Map<String, Integer> statuses() {
    try {
      return ROW.matcher(Files.readString(ROOT.resolve("docs/errors.md")))
          .results()
          .collect(Collectors.toMap(row -> row.group(1), row -> Integer.valueOf(row.group(2))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The status that {@code docs/errors.md} promises for a code. */
  static int status(String code) {
    return Optional.ofNullable(STATUSES.get(code))
        .orElseThrow(() -> new AssertionError("docs/errors.md does not have " + code));
  }

  /** A kernel call's name in snake case. */
  static String of(Object call) {
    return call.getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }
}
