package dev.countersign.conformance.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links in the documents lead somewhere. */
class LinksTest {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

  @Test
  void every_link_between_documents_leads_to_a_file() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (var page : pages()) {
      for (var link : LINK.matcher(Files.readString(page)).results().toList()) {
        var target = link.group(1);
        if (target.contains(":")) {
          continue;
        }
        links++;
        if (!Files.exists(page.resolveSibling(target).normalize())) {
          dead.add(ROOT.relativize(page) + " → " + target);
        }
      }
    }
    assertEquals(List.of(), dead);
    assertTrue(links > 100, links + " links");
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (var folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/decisions"))) {
      try (var files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    return pages;
  }
}
