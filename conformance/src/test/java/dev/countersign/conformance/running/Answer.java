package dev.countersign.conformance.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** An HTTP answer. */
public record Answer(int status, HttpHeaders headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body as JSON; fails the test with the body's text when it is something else. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("status " + status + ", not JSON: " + body, e);
    }
  }

  /** {@return the text of a member, or an empty text} */
  public String text(String member) {
    return json().path(member).asText();
  }

  /** The same answer, if it has this status; fails the test with the answer's text otherwise. */
  public Answer expecting(int expected) {
    if (status != expected) {
      throw new AssertionError("expected status " + expected + ", was " + status + ": " + body);
    }
    return this;
  }
}
