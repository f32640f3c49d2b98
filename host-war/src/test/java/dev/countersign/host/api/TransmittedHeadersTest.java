package dev.countersign.host.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransmittedHeadersTest {
  private static TransmittedHeaders headers(String message) {
    return TransmittedHeaders.of(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_folded_token_is_whole_again() {
    var headers = headers("X-MultiMail-Identity: abc.\n def\nSubject: s\n\nbody: no header\n");
    assertEquals(Map.of("X-MultiMail-Identity", "abc.def", "Subject", "s"), headers.fields());
  }

  @Test
  void encoded_words_are_readable() {
    assertEquals(
        "Grüße", headers("Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\n\n").fields().get("Subject"));
  }

  @Test
  void identity_headers_are_our_own_in_lower_case() {
    var headers =
        headers("From: a@x.org\nX-AI-Generated: true\nX-MultiMail-Tenant: ten_1\nX-Mailer: x\n\n");
    assertEquals(
        Map.of("x-ai-generated", "true", "x-multimail-tenant", "ten_1"), headers.identity());
  }

  @Test
  void a_beginning_that_ends_within_the_body_is_enough() {
    assertEquals(Map.of("To", "b@x.org"), headers("To: b@x.org\n\nThe beginning of a").fields());
  }
}
