package dev.countersign.host.platform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A limit that nothing enforces, or an error that nothing answers, would be a false promise. */
class EveryConstantIsUsedTest {
  private static String sources = "";

  @BeforeAll
  static void read_the_sources() throws IOException {
    try (var files = Files.walk(Path.of("src", "main", "java"))) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(EveryConstantIsUsedTest::text)
              .collect(Collectors.joining("\n"));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Limit.class)
  void every_limit_is_enforced_somewhere(Limit limit) {
    assertTrue(sources.matches("(?s).*\\bLimit\\." + limit.name() + "\\b.*"));
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void every_error_is_answered_somewhere(ErrorCode code) {
    assertTrue(sources.matches("(?s).*\\bErrorCode\\." + code.name() + "\\b.*"));
  }
}
