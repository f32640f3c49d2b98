package dev.countersign.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the stages of one run left behind.
 *
 * @param root folder of the whole project
 * @param lean what the gate of the proofs found; a missing node if it left nothing
 * @param planted what it found of the planted faults, likewise
 * @param parts what the other stages left, by their names
 */
record Evidence(
    Path root, JsonNode lean, JsonNode planted, Map<String, JsonNode> parts, List<TestCase> tests) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Evidence under(Path root) throws IOException {
    Map<String, JsonNode> parts = new TreeMap<>();
    Path folder = root.resolve("conformance/target/report-parts");
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, "*.json")) {
        for (Path file : files) {
          parts.put(file.getFileName().toString().replace(".json", ""), json(file));
        }
      }
    }
    return new Evidence(
        root,
        json(root.resolve("proofs/build/report.json")),
        json(root.resolve("proofs/build/planted.json")),
        parts,
        TestResults.read(root));
  }

  private static JsonNode json(Path file) throws IOException {
    if (!Files.exists(file)) {
      return JSON.missingNode();
    }
    try {
      return JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      // Cut off in the middle: whoever wrote it did not end.
      return JSON.missingNode();
    }
  }

  JsonNode part(String stage) {
    return parts.getOrDefault(stage, JSON.missingNode());
  }

  String text(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  /** The first line, from 1, of this file that has this text; 0 if none has. */
  int line(String path, String text) throws IOException {
    if (!Files.exists(root.resolve(path))) {
      return 0;
    }
    List<String> lines = Files.readAllLines(root.resolve(path));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    return 0;
  }
}
