package dev.countersign.host.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  private static Limits with(Map<String, String> settings) {
    return new Limits(property -> Optional.ofNullable(settings.get(property)));
  }

  @ParameterizedTest
  @EnumSource(Limit.class)
  void a_default_is_within_its_own_bounds_and_a_setting_replaces_it(Limit limit) {
    assertTrue(limit.lowest() <= limit.byDefault() && limit.byDefault() <= limit.highest());
    assertEquals(limit.byDefault(), new Limits().value(limit));
    var set = with(Map.of(limit.property(), Long.toString(limit.lowest())));
    assertEquals(limit.lowest(), set.value(limit));
  }

  @ParameterizedTest
  @EnumSource(Limit.class)
  void a_setting_outside_its_bounds_stops_the_start_and_says_what_to_write(Limit limit) {
    for (var text :
        new String[] {
          "many", "", Long.toString(limit.lowest() - 1), Long.toString(limit.highest() + 1)
        }) {
      var refused =
          assertThrows(IllegalArgumentException.class, () -> with(Map.of(limit.property(), text)));
      assertTrue(String.valueOf(refused.getMessage()).contains(limit.property()));
    }
  }

  @Test
  void a_text_may_fill_its_limit_and_no_more_counted_in_characters() {
    var limits = with(Map.of(Limit.SUBJECT_CHARACTERS.property(), "3"));
    assertDoesNotThrow(
        () -> limits.checkLength(Limit.SUBJECT_CHARACTERS, "subject", "\ud83d\ude00bc"));
    var problem =
        assertThrows(
            Problem.class, () -> limits.checkLength(Limit.SUBJECT_CHARACTERS, "subject", "abcd"));
    assertEquals("too_long", problem.code());
    assertEquals("subject", problem.body().get("field"));
    assertTrue(problem.sentence().contains("3"));
  }

  @Test
  void fifty_recipients_pass_and_fifty_one_do_not() {
    var limits = new Limits();
    assertDoesNotThrow(() -> limits.checkCount(Limit.RECIPIENTS_COUNT, "recipients", 50));
    var problem =
        assertThrows(
            Problem.class, () -> limits.checkCount(Limit.RECIPIENTS_COUNT, "recipients", 51));
    assertEquals("too_many", problem.code());
    assertEquals(400, problem.status());
  }

  @Test
  void an_attachment_over_its_bytes_is_413() {
    var limits = new Limits();
    int most = 10 << 20;
    assertDoesNotThrow(
        () -> limits.checkAttachmentBytes(Limit.ATTACHMENT_BYTES, "attachments[0]", most));
    var problem =
        assertThrows(
            Problem.class,
            () -> limits.checkAttachmentBytes(Limit.ATTACHMENT_BYTES, "attachments[0]", most + 1));
    assertEquals(413, problem.status());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void a_page_has_twenty_rows_when_nothing_is_said(@Nullable String said) {
    assertEquals(20, new Limits().page(said));
  }

  @Test
  void a_page_has_as_many_rows_as_asked_for_up_to_a_hundred() {
    assertEquals(1, new Limits().page("1"));
    assertEquals(100, new Limits().page("100"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten", "1.5", "99999999999"})
  void a_page_outside_the_bounds_is_refused(String said) {
    var problem = assertThrows(Problem.class, () -> new Limits().page(said));
    assertEquals("out_of_range", problem.code());
  }
}
