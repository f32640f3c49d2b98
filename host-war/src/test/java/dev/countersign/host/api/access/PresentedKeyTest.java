package dev.countersign.host.api.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.host.keys.ApiKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedKeyTest {
  private static final Optional<ApiKey> KEY = Optional.of(new ApiKey("mm_live_abc-_1"));

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer mm_live_abc-_1", "bearer  mm_live_abc-_1", " BEARER mm_live_abc-_1 "})
  void a_bearer_token_is_the_key(String header) {
    assertEquals(KEY, PresentedKey.of(header, null));
  }

  @Test
  void the_other_header_is_read_where_there_is_no_authorization() {
    assertEquals(KEY, PresentedKey.of(null, "mm_live_abc-_1"));
  }

  @Test
  void an_authorization_that_is_no_bearer_token_is_not_made_good_by_the_other_header() {
    assertEquals(Optional.empty(), PresentedKey.of("Basic YTpi", "mm_live_abc-_1"));
  }

  @Test
  void two_keys_that_differ_are_no_key_and_the_same_twice_is_one() {
    assertEquals(Optional.empty(), PresentedKey.of("Bearer mm_live_abc-_1", "mm_live_abc-_2"));
    assertEquals(Optional.empty(), PresentedKey.of("Bearer mm_live_abc-_1", " "));
    assertEquals(KEY, PresentedKey.of("Bearer mm_live_abc-_1", "mm_live_abc-_1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "mm_live_abc-_1", "Bearer a b", "Bearer a,b"})
  void anything_else_is_no_key(String header) {
    assertEquals(Optional.empty(), PresentedKey.of(header, null));
  }

  @Test
  void no_header_is_no_key() {
    assertEquals(Optional.empty(), PresentedKey.of(null, null));
    assertEquals(Optional.empty(), PresentedKey.of(null, " "));
  }
}
