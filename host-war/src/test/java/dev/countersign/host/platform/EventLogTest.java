package dev.countersign.host.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static final Logger LOGGER = Logger.getLogger(EventLogTest.class.getName());
  private static final EventLog LOG = EventLog.of(EventLogTest.class);

  private static final class Kept extends Handler {
    final List<LogRecord> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private final Kept kept = new Kept();

  @BeforeEach
  void listen() {
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(kept);
  }

  @AfterEach
  void stop_listening() {
    LOGGER.removeHandler(kept);
  }

  private LogRecord line() {
    return kept.lines.get(0);
  }

  @Test
  void the_text_is_constant_and_what_varies_is_in_fields() {
    try (var trace = RequestTrace.resume("req-1")) {
      RequestTrace.identify("ten_1", "key_1");
      LOG.event("message dispatched")
          .with(LogField.MESSAGE, "em_1")
          .with(LogField.ATTEMPT, 2)
          .info();
      assertEquals("req-1", trace.id());
    }
    assertEquals("message dispatched", line().getMessage());
    assertEquals(
        Map.of(
            "request", "req-1", "tenant", "ten_1", "key", "key_1", "message", "em_1", "attempt",
            2L),
        line().getParameters()[0]);
  }

  @Test
  void a_failure_is_logged_by_place_and_never_by_its_words() {
    var failure =
        new IllegalStateException(
            "could not deliver to ann@example.org", new RuntimeException("550 ann@example.org"));
    LOG.event("dispatch failed").with(failure).severe();
    var logged = String.valueOf(line().getParameters()[0]);
    assertFalse(logged.contains("ann@"));
    assertTrue(logged.contains("java.lang.IllegalStateException at dev.countersign"));
    assertTrue(logged.contains("<- java.lang.RuntimeException"));
  }

  @Test
  void a_failure_that_causes_itself_ends() {
    var first = new IllegalStateException("first");
    first.initCause(new IllegalStateException("second", first));
    LOG.event("failed").with(first).warning();
    assertEquals(1, kept.lines.size());
  }

  @Test
  void every_request_gets_an_id_of_its_own() {
    try (var one = RequestTrace.begin();
        var other = RequestTrace.begin()) {
      assertTrue(one.id().matches("[0-9A-Z]{26}"));
      assertNotEquals(one.id(), other.id());
    }
  }

  @Test
  void a_trace_ends_with_its_request() {
    try (var outer = RequestTrace.resume("outer")) {
      try (var inner = RequestTrace.resume("inner")) {
        assertEquals(inner.id(), RequestTrace.currentId());
      }
      assertEquals(outer.id(), RequestTrace.currentId());
    }
    assertEquals("none", RequestTrace.currentId());
  }
}
