package dev.countersign.host.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.kernel.Refusal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalAnswersTest {
  @ParameterizedTest
  @EnumSource(Refusal.class)
  void every_refusal_is_a_clients_error_with_a_whole_sentence(Refusal why) {
    var answer = RefusalAnswers.of(why);
    assertTrue(answer.status() >= 400 && answer.status() < 500);
    assertTrue(answer.sentence().endsWith("."));
    assertTrue(answer.code().matches("[a-z]+(_[a-z]+)*"));
  }

  @Test
  void what_is_held_back_cannot_be_told_from_what_is_not_there() {
    assertEquals(
        RefusalAnswers.of(Refusal.NOT_FOUND).body(), RefusalAnswers.of(Refusal.HELD).body());
    assertEquals(
        RefusalAnswers.of(Refusal.NOT_FOUND).status(), RefusalAnswers.of(Refusal.HELD).status());
  }

  @Test
  void a_refusals_code_is_never_one_of_the_hosts_own() {
    var own = Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).toList();
    for (var why : Refusal.values()) {
      assertFalse(own.contains(RefusalAnswers.of(why).code()), why.name());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "READ_ONLY, 403, read_only",
    "RISKY, 422, domain_blocked",
    "STALE_DIGEST, 409, stale_digest",
    "FORBIDDEN, 403, forbidden",
    "SCHEDULING_OFF, 400, scheduling_off",
  })
  void the_statuses_of_the_wire_contract_are_kept(Refusal why, int status, String code) {
    assertEquals(status, RefusalAnswers.of(why).status());
    assertEquals(code, RefusalAnswers.of(why).code());
  }
}
