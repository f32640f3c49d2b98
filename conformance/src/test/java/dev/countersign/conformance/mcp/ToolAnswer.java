package dev.countersign.conformance.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a tool answered: its text blocks. */
record ToolAnswer(boolean failed, List<String> blocks) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ToolAnswer of(JsonNode result) {
    var blocks =
        StreamSupport.stream(result.path("content").spliterator(), false)
            .map(block -> block.path("text").asText())
            .toList();
    return new ToolAnswer(result.path("isError").asBoolean(), blocks);
  }

  String text() {
    return String.join("\n", blocks);
  }

  /** The same, if it is no failure; fails the test with its text otherwise. */
  ToolAnswer expectingSuccess() {
    if (failed) {
      throw new AssertionError(text());
    }
    return this;
  }

  /** {@return the first block as JSON} */
  JsonNode json() {
    try {
      return JSON.readTree(blocks.getFirst());
    } catch (JsonProcessingException e) {
      throw new AssertionError(text(), e);
    }
  }

  /** The API says that it has no such call. */
  boolean missing() {
    return failed
        && (text().contains("code unknown_route") || text().contains("code method_not_allowed"));
  }

  boolean forbidden() {
    return failed && text().contains("code forbidden");
  }
}
