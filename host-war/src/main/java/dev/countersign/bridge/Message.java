package dev.countersign.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;

/** A JSON-RPC message, of which the bridge looks at what it needs to pass it on. */
record Message(JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SERVER_ERROR = -32000;
  private static final int PARSE_ERROR = -32700;

  static Optional<Message> parse(String line) {
    try {
      return Optional.of(new Message(JSON.readTree(line)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** {@return the id that an answer has to carry} Notifications and answers have none. */
  Optional<JsonNode> awaited() {
    return Optional.ofNullable(json.get("id")).filter(id -> json.has("method"));
  }

  /** {@return the id of the request that this message takes back} */
  Optional<JsonNode> cancelled() {
    return json.path("method").asText().equals("notifications/cancelled")
        ? Optional.ofNullable(json.path("params").get("requestId"))
        : Optional.empty();
  }

  /** {@return one line that says that the request with this id failed} */
  static String failure(JsonNode id, String sentence) {
    return line(id, SERVER_ERROR, sentence);
  }

  static String unreadable() {
    return line(JSON.nullNode(), PARSE_ERROR, "A line is not a JSON message.");
  }

  private static String line(JsonNode id, int code, String sentence) {
    var error = Map.of("code", code, "message", sentence);
    return JSON.valueToTree(Map.of("jsonrpc", "2.0", "id", id, "error", error)).toString();
  }

  /** {@return the server's own sentence about an error, if the body is one} */
  static Optional<String> sentence(String body) {
    return parse(body)
        .map(message -> message.json().path("error"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }
}
