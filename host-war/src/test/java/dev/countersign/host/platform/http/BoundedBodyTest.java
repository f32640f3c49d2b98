package dev.countersign.host.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** No request of these says its length, as chunked ones do not. */
class BoundedBodyTest {
  private static BoundedBody body(int bytes) {
    return new BoundedBody(new Exchange(bytes).request(), 100);
  }

  @Test
  void a_body_of_the_limit_is_read_whole() throws IOException {
    var body = body(100);
    assertEquals(100, body.getInputStream().readAllBytes().length);
    assertFalse(body.exceeded());
  }

  @Test
  void a_body_of_one_byte_more_ends_in_an_exception() {
    var body = body(101);
    assertThrows(OversizedBodyException.class, () -> body.getInputStream().readAllBytes());
    assertTrue(body.exceeded());
  }

  @Test
  void reading_byte_by_byte_makes_no_difference() throws IOException {
    var stream = body(101).getInputStream();
    for (int i = 0; i < 100; i++) {
      assertEquals(0, stream.read());
    }
    assertThrows(OversizedBodyException.class, stream::read);
  }

  @Test
  void reading_as_text_makes_no_difference() {
    assertThrows(OversizedBodyException.class, () -> body(101).getReader().readLine());
  }
}
