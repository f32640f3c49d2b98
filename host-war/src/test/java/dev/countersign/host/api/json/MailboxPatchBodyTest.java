package dev.countersign.host.api.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.host.platform.Json;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxPatchBodyTest {
  private static final Policy POLICY = new Policy(1, 700, true, 1000, true, 8);
  private static final Mailbox NOW = new Mailbox(Mode.GATED_SEND, POLICY, false, false);

  private static MailboxPatchBody body(String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    MailboxPatchBody body = Json.read(new ByteArrayInputStream(bytes), MailboxPatchBody.class);
    body.check(new Limits());
    return body;
  }

  @Test
  void a_mode_alone_asks_for_the_mode_alone() throws IOException {
    assertEquals(
        List.of(new MailboxCall.SetMode(Mode.READ_ONLY)),
        body("{\"oversight_mode\":\"read_only\"}").calls(NOW));
  }

  @Test
  void what_is_absent_stays_as_it_is() throws IOException {
    assertEquals(
        List.of(new MailboxCall.SetPolicy(new Policy(2, 300, true, 1000, true, 8))),
        body("{\"required_approvals\":2,\"risk_threshold\":0.3}").calls(NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"display_name\":\"x\"}",
        "{\"ai_disclosure\":false}",
        "{\"ai_disclosure\":0}",
        "{\"identity_signing\":true}",
        "{\"default_gate_timing\":\"schedule_first\"}",
      })
  void whatever_is_not_the_mode_is_put_to_the_kernel_as_an_operators_change(String json)
      throws IOException {
    assertEquals(List.of(new MailboxCall.SetPolicy(POLICY)), body(json).calls(NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"oversight_mode\":\"free\"}",
        "{\"identity_signing\":false}",
        "{\"risk_threshold\":1.1}",
        "{\"risk_threshold\":-0.1}",
        "{\"approval_lifetime_seconds\":0}",
        "{\"approval_lifetime_seconds\":9223372036854775807}",
        "{\"ai_disclosure\":2}",
        "{\"ai_disclosure\":\"false\"}",
        "{\"display_name\":\"a\\nb\"}",
      })
  void what_makes_no_sense_is_refused_before_the_kernel_is_asked(String json) {
    assertEquals(400, assertThrows(Problem.class, () -> body(json)).status());
  }

  @Test
  void any_threshold_from_0_to_1_is_a_number_of_thousandths() {
    for (int thousandths = 0; thousandths <= 1000; thousandths++) {
      var json = "{\"risk_threshold\":" + thousandths / 1000.0 + "}";
      var calls = assertDoesNotThrow(() -> body(json).calls(NOW));
      assertEquals(
          List.of(new MailboxCall.SetPolicy(new Policy(1, thousandths, true, 1000, true, 8))),
          calls);
    }
  }
}
