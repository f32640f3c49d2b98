package dev.countersign.host.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.host.desk.SendRequest;
import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.platform.Json;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.kernel.GateTiming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendBodyTest {
  private static final EmailAddress SENDER = EmailAddress.parse("agent@acme.example");
  private static final String REST = "\"subject\":\"Q1\",\"text_body\":\"Hello\"";

  private static SendRequest request(String members) throws IOException {
    var json = ("{" + members + "}").getBytes(StandardCharsets.UTF_8);
    SendBody body = Json.read(new ByteArrayInputStream(json), SendBody.class);
    return body.request(SENDER, new Limits());
  }

  private static Problem refusal(String members) {
    return assertThrows(Problem.class, () -> request(members));
  }

  @Test
  void the_seeds_call_is_one_recipient_and_plain_text() throws IOException {
    var request = request("\"from\":\"agent@acme.example\",\"to\":\"bob@example.net\"," + REST);
    assertEquals(List.of(EmailAddress.parse("bob@example.net")), request.draft().to());
    assertEquals(new Body.PlainText("Hello"), request.draft().body());
    assertEquals(0, request.sendAt());
    assertEquals(Optional.empty(), request.gateTiming());
  }

  @Test
  void the_vendors_call_is_a_list_and_markdown() throws IOException {
    var request =
        request(
            "\"to\":[\"a@x.org\",\"B <b@x.org>\"],\"subject\":\"s\",\"markdown\":\"*x*\","
                + "\"cc\":[\"c@x.org\"],\"send_at\":\"2027-01-01T00:00:00Z\","
                + "\"gate_timing\":\"schedule_first\",\"idempotency_key\":\"k\"");
    assertEquals(new Body.Markdown("*x*"), request.draft().body());
    assertEquals(3, request.draft().recipients().size());
    assertEquals(Instant.parse("2027-01-01T00:00:00Z").toEpochMilli(), request.sendAt());
    assertEquals(Optional.of(GateTiming.SCHEDULE_FIRST), request.gateTiming());
    assertEquals(Optional.of("k"), request.idempotencyKey());
  }

  @Test
  void the_mailbox_and_not_the_caller_says_who_the_sender_is() throws IOException {
    var request = request("\"from\":\"The Boss <boss@acme.example>\",\"to\":\"b@x.org\"," + REST);
    assertEquals(SENDER, request.draft().from());
  }

  @Test
  void scheduled_at_is_another_name_for_send_at() throws IOException {
    var one = request("\"to\":\"b@x.org\",\"send_at\":\"2027-01-01T00:00:00Z\"," + REST);
    var two = request("\"to\":\"b@x.org\",\"scheduled_at\":\"2027-01-01T00:00:00Z\"," + REST);
    assertEquals(one, two);
  }

  @Test
  void fifty_recipients_in_all_are_taken_and_fifty_one_refused() throws IOException {
    assertEquals(50, request(recipients(49, 1) + REST).draft().recipients().size());
    assertEquals("too_many", refusal(recipients(50, 1) + REST).code());
  }

  private static String recipients(int to, int cc) {
    return "\"to\":" + addresses("t", to) + ",\"cc\":" + addresses("c", cc) + ",";
  }

  private static String addresses(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> "\"" + prefix + n + "@x.org\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"subject\":\"s\",\"text_body\":\"x\" | missing_field | to",
        "\"to\":[],\"subject\":\"s\",\"text_body\":\"x\" | missing_field | to",
        "\"to\":\"b@x.org\",\"text_body\":\"x\" | missing_field | subject",
        "\"to\":\"b@x.org\",\"subject\":\"s\" | missing_field | markdown",
        "\"to\":\"b@x.org\",\"subject\":\"s\",\"text_body\":\"x\",\"markdown\":\"x\" | invalid_value | text_body",
        "\"to\":\"nobody\",\"subject\":\"s\",\"text_body\":\"x\" | invalid_address | to[0]",
        "\"to\":\"b@x.org\\r\\nBcc: c@x.org\",\"subject\":\"s\",\"text_body\":\"x\" | invalid_address | to[0]",
        "\"to\":\"b@x.org\",\"bcc\":[\"c@x.org\",\"@\"],\"subject\":\"s\",\"text_body\":\"x\" | invalid_address | bcc[1]",
        "\"to\":\"b@x.org\",\"subject\":\"s\\r\\nBcc: c@x.org\",\"text_body\":\"x\" | invalid_value | subject",
        "\"to\":\"b@x.org\",\"subject\":\"s\",\"text_body\":\"x\",\"send_at\":\"2027-01-01T00:00:00+01:00\" | invalid_value | send_at",
        "\"to\":\"b@x.org\",\"subject\":\"s\",\"text_body\":\"x\",\"send_at\":\"tomorrow\" | invalid_value | send_at",
        "\"to\":\"b@x.org\",\"subject\":\"s\",\"text_body\":\"x\",\"gate_timing\":\"never\" | invalid_value | gate_timing",
        "\"to\":\"b@x.org\",\"subject\":\"s\",\"text_body\":\"x\",\"attachments\":[{\"name\":\"a\",\"content_base64\":\"!\"}] | invalid_value | attachments[0].content_base64",
        "\"to\":\"b@x.org\",\"subject\":\"s\",\"text_body\":\"x\",\"attachments\":[{\"name\":\"../a\",\"content_base64\":\"\"}] | invalid_value | attachments[0]",
        "\"to\":\"b@x.org\",\"subject\":\"s\",\"text_body\":\"x\",\"attachments\":[null] | missing_field | attachments[0]",
      })
  void a_field_that_cannot_be_used_is_named(String members, String code, String field) {
    var refused = refusal(members);
    assertEquals(code, refused.code());
    assertEquals(field, refused.body().get("field"));
    assertEquals(400, refused.status());
  }

  @Test
  void too_much_text_is_answered_with_413_counted_in_bytes() {
    var text = "ä".repeat(131_073);
    var refused = refusal("\"to\":\"b@x.org\",\"subject\":\"s\",\"markdown\":\"" + text + "\"");
    assertEquals(413, refused.status());
    assertEquals("body_too_large", refused.code());
  }

  @Test
  void too_large_an_attachment_is_answered_with_413() {
    var limits =
        new Limits(name -> name.endsWith("attachment-bytes") ? Optional.of("3") : Optional.empty());
    var attachment = new AttachmentBody("a", "AAAAAA==", null);
    var refused =
        assertThrows(Problem.class, () -> attachment.attachment("attachments[0]", limits));
    assertEquals(413, refused.status());
  }
}
