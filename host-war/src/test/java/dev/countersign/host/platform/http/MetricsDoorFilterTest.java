package dev.countersign.host.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsDoorFilterTest {
  private final AtomicBoolean opened = new AtomicBoolean();

  private Exchange ask(Optional<String> token, Exchange exchange)
      throws IOException, ServletException {
    MetricsDoorFilter.admit(
        token, exchange.request(), exchange.response(), (request, response) -> opened.set(true));
    return exchange;
  }

  private static Exchange with(String authorization) {
    return new Exchange(0).header("Authorization", authorization);
  }

  @Test
  void without_a_configured_token_there_is_no_such_address() throws Exception {
    assertEquals(404, ask(Optional.empty(), with("Bearer ")).status());
    assertEquals(404, ask(Optional.empty(), new Exchange(0)).status());
    assertFalse(opened.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer", "Bearer ", "", "token", "Bearer token2"})
  void nothing_but_the_token_opens_the_door(String authorization) throws Exception {
    var answered = ask(Optional.of("token"), with(authorization));
    assertEquals(401, answered.status());
    assertEquals("Bearer realm=\"countersign\"", answered.answerHeader("WWW-Authenticate"));
    assertTrue(answered.answer().contains("\"code\":\"unauthenticated\""));
    assertFalse(opened.get());
  }

  @Test
  void no_header_at_all_opens_nothing() throws Exception {
    assertEquals(401, ask(Optional.of("token"), new Exchange(0)).status());
    assertFalse(opened.get());
  }

  @Test
  void the_token_opens_the_door() throws Exception {
    ask(Optional.of("token"), with("Bearer token"));
    assertTrue(opened.get());
  }
}
