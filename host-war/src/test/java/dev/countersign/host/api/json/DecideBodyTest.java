package dev.countersign.host.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.host.platform.Json;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecideBodyTest {
  private static Verdict verdict(String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    DecideBody body = Json.read(new ByteArrayInputStream(bytes), DecideBody.class);
    return body.verdict(new Limits());
  }

  @Test
  void both_dialects_say_the_same() throws IOException {
    var seed =
        verdict(
            "{\"message_id\":\"pend_1\",\"decision\":\"approve\",\"approver_note\":\"checked\"}");
    var vendor = verdict("{\"email_id\":\"pend_1\",\"action\":\"approve\",\"reason\":\"checked\"}");
    assertEquals(new Verdict("pend_1", true, Optional.empty(), Optional.of("checked")), seed);
    assertEquals(seed, vendor);
  }

  @Test
  void a_digest_is_carried_along_exactly() throws IOException {
    var hex = "00ff".repeat(16);
    var verdict = verdict("{\"email_id\":\"e\",\"action\":\"reject\",\"digest\":\"" + hex + "\"}");
    assertEquals(hex, verdict.digest().orElseThrow().hex());
    assertFalse(verdict.approved());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"decision\":\"approve\"}",
        "{\"message_id\":\"e\"}",
        "{\"message_id\":\"e\",\"decision\":\"approved\"}",
        "{\"message_id\":\"e\",\"decision\":\"Approve\"}",
        "{\"message_id\":\"e\",\"decision\":\"\"}",
        "{\"message_id\":\"e\",\"email_id\":\"f\",\"decision\":\"approve\"}",
        "{\"message_id\":\"e\",\"decision\":\"reject\",\"action\":\"approve\"}",
        "{\"message_id\":\"e\",\"decision\":\"approve\",\"digest\":\"abc\"}",
      })
  void what_is_not_clearly_a_decision_is_none(String json) {
    assertEquals(400, assertThrows(Problem.class, () -> verdict(json)).status());
  }

  @Test
  void a_note_of_2001_characters_is_too_long() {
    var json =
        "{\"message_id\":\"e\",\"decision\":\"approve\",\"approver_note\":\""
            + "n".repeat(2001)
            + "\"}";
    assertEquals("too_long", assertThrows(Problem.class, () -> verdict(json)).code());
  }
}
