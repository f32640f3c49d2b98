package dev.countersign.conformance.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param type without parameters
 * @param requestId as the server calls the call, in its ledger too
 */
record Reply(int status, String type, String requestId, String body) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  boolean succeeded() {
    return 200 <= status && status < 300;
  }

  /** {@return the body, or a missing node if it is no JSON} */
  JsonNode json() {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
