package dev.countersign.host.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.identity.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VerifyPageTest {
  private static final Path FOLDER = Path.of("src/main/resources/verify");

  @Test
  void the_page_says_the_same_words_as_the_command() throws IOException {
    String words = Files.readString(FOLDER.resolve("reasons.mjs")).replaceAll("'\\s*\\+\\s*'", "");
    for (Reason reason : Reason.values()) {
      assertTrue(
          words.contains(reason.code() + ": '" + ReasonText.of(reason) + "'"), reason.code());
    }
  }

  @Test
  void every_file_of_the_page_is_served_and_no_other() throws IOException {
    List<String> files = new ArrayList<>();
    try (var all = Files.newDirectoryStream(FOLDER)) {
      all.forEach(file -> files.add(file.getFileName().toString()));
    }
    assertEquals(new TreeSet<>(files), new TreeSet<>(VerifyPage.types().keySet()));
  }

  @Test
  void no_module_writes_markup_or_runs_text() throws IOException {
    try (var all = Files.newDirectoryStream(FOLDER, "*.mjs")) {
      for (Path file : all) {
        String code = Files.readString(file);
        for (String danger :
            List.of(
                "innerHTML",
                "outerHTML",
                "insertAdjacent",
                "document.write",
                "eval(",
                "Function(",
                "XMLHttpRequest",
                "sendBeacon",
                "WebSocket")) {
          assertFalse(code.contains(danger), file + " says " + danger);
        }
      }
    }
  }
}
