package dev.countersign.conformance.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The key files of an installation as the one document that it serves. */
final class PublishedKeySet {
  private PublishedKeySet() {}

  static String of(Sender sender) throws IOException {
    List<String> sets = new ArrayList<>();
    try (var files = Files.newDirectoryStream(sender.publishedKeys(), "*.json")) {
      for (Path file : files) {
        sets.add(Files.readString(file).strip().replaceAll("^\\{\"keys\":\\[|]}$", ""));
      }
    }
    return "{\"keys\":[" + String.join(",", sets) + "]}";
  }
}
