package dev.countersign.host.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {
  private static final EmailAddress ANN = EmailAddress.parse("ann@example.org");

  @Test
  void fifty_recipients_per_field_are_the_most() {
    assertEquals(50, toAll(50).to().size());
    assertThrows(InvalidMailException.class, () -> toAll(51));
  }

  @Test
  void a_message_to_nobody_is_refused() {
    assertThrows(InvalidMailException.class, () -> toAll(0));
  }

  @Test
  void a_subject_is_one_line_of_at_most_998_characters() {
    assertEquals(998, about("s".repeat(998)).subject().length());
    for (String bad : List.of("s".repeat(999), "a\r\nBcc: b@example.org", "a\nb", "a\u0085b")) {
      assertThrows(InvalidMailException.class, () -> about(bad));
    }
  }

  @Test
  void a_body_is_well_formed_and_at_most_262144_bytes() {
    assertEquals(262_144, new Body.Markdown("é".repeat(131_072)).text().length() * 2);
    for (String bad : List.of("é".repeat(131_073), "a\u0000b", "a\uD800b")) {
      assertThrows(InvalidMailException.class, () -> new Body.PlainText(bad));
    }
  }

  @Test
  void attachments_are_limited_together() {
    Attachment large = new Attachment("a", "text/plain", new byte[13 * 1024 * 1024]);
    assertThrows(
        InvalidMailException.class,
        () ->
            new Draft(
                ANN,
                List.of(ANN),
                List.of(),
                List.of(),
                "s",
                new Body.PlainText("b"),
                List.of(large, large),
                Threading.NONE));
  }

  private static Draft toAll(int count) {
    return draft(Collections.nCopies(count, ANN), "s");
  }

  private static Draft about(String subject) {
    return draft(List.of(ANN), subject);
  }

  private static Draft draft(List<EmailAddress> to, String subject) {
    return new Draft(
        ANN, to, List.of(), List.of(), subject, new Body.PlainText("b"), List.of(), Threading.NONE);
  }
}
