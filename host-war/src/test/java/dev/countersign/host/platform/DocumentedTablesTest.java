package dev.countersign.host.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables in {@code docs} are the enums of the code: same rows, same order, same words. */
class DocumentedTablesTest {
  private static List<String> rows(String document) throws IOException {
    try (var lines = Files.lines(Path.of("..", "docs", document))) {
      return lines.filter(line -> line.startsWith("| `")).toList();
    }
  }

  @Test
  void every_limit_is_in_the_table_with_its_property_and_default() throws IOException {
    assertEquals(
        Arrays.stream(Limit.values())
            .map(
                limit ->
                    "| `%s` | %d | %d to %d | %s |"
                        .formatted(
                            limit.property(),
                            limit.byDefault(),
                            limit.lowest(),
                            limit.highest(),
                            limit.meaning()))
            .toList(),
        rows("limits.md"));
  }

  @Test
  void every_error_of_host_and_kernel_is_in_the_table_with_its_status() throws IOException {
    var own =
        Arrays.stream(ErrorCode.values())
            .map(
                code -> "| `%s` | %d | %s |".formatted(code.wire(), code.status(), code.meaning()));
    var refusals =
        Arrays.stream(Refusal.values())
            .map(RefusalAnswers::of)
            .map(
                answer ->
                    "| `%s` | %d | %s |"
                        .formatted(answer.code(), answer.status(), answer.sentence()));
    assertEquals(Stream.concat(own, refusals).distinct().toList(), rows("errors.md"));
  }
}
