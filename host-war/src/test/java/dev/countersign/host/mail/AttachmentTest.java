package dev.countersign.host.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "a/b",
        "a\\b",
        "a\r\nb",
        "a\u0000",
        "c:x",
        "=?utf-8?q?x?=",
        "exe.\u202Egpj",
        "a ",
        "a\uDC00"
      })
  void a_name_that_is_not_a_plain_file_name_is_refused(String name) {
    assertThrows(InvalidMailException.class, () -> new Attachment(name, "text/plain", new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pdf",
        "multipart/mixed",
        "message/rfc822",
        "text/plain\r\nX: y",
        "text/plain; name=x",
        "text/plain; charset=a; b=c"
      })
  void a_type_that_is_not_a_leaf_media_type_is_refused(String type) {
    assertThrows(InvalidMailException.class, () -> new Attachment("a", type, new byte[0]));
  }

  @ParameterizedTest
  @CsvSource({
    "Application/PDF, application/pdf",
    "'text/csv;charset=\"UTF-8\"', text/csv; charset=utf-8",
    "text/csv; charset=utf-8, text/csv; charset=utf-8"
  })
  void a_type_is_kept_in_lower_case(String given, String kept) {
    assertEquals(kept, new Attachment("a", given, new byte[0]).contentType());
  }

  @Test
  void nobody_can_change_the_bytes_afterwards() {
    byte[] bytes = {1, 2, 3};
    Attachment attachment = new Attachment("a.bin", "application/octet-stream", bytes);
    bytes[0] = 9;
    attachment.bytes()[1] = 9;
    assertArrayEquals(new byte[] {1, 2, 3}, attachment.bytes());
  }
}
