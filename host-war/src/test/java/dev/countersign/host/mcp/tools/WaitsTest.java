package dev.countersign.host.mcp.tools;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.platform.Limits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitsTest {
  private final Waits waits =
      new Waits(
          new Limits(
              property ->
                  Optional.ofNullable(
                      Map.of(
                              "countersign.limits.mcp-waits-count", "3",
                              "countersign.limits.mcp-waits-per-key-count", "2")
                          .get(property))));

  @Test
  void a_key_waits_in_so_many_calls_and_no_more() {
    var first = waits.take("a");
    waits.take("a");
    assertThrows(ToolFailure.class, () -> waits.take("a"));
    first.close();
    assertDoesNotThrow(() -> waits.take("a"));
  }

  @Test
  void all_keys_together_wait_in_so_many_calls_and_no_more() {
    waits.take("a");
    waits.take("b");
    waits.take("c");
    assertThrows(ToolFailure.class, () -> waits.take("d"));
  }

  @Test
  void whoever_waits_is_told_of_the_end_of_the_server() {
    waits.end();
    assertTrue(waits.pause(Duration.ofHours(1)));
  }
}
