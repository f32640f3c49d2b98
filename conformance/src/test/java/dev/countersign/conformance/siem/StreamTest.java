package dev.countersign.conformance.siem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.countersign.conformance.siem.Stream.Arrived;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of streams is judged first: every fault that it is there for, planted. */
class StreamTest {
  private static final List<String> LOG = List.of("led_a", "led_b", "led_c", "led_d");

  private static List<Arrived> whole() {
    var arrived = new ArrayList<Arrived>();
    for (int i = 0; i < LOG.size(); i++) {
      arrived.add(new Arrived(5 + i, "evt_" + LOG.get(i), LOG.get(i)));
    }
    return arrived;
  }

  private static List<String> faults(Consumer<List<Arrived>> change) {
    var arrived = whole();
    change.accept(arrived);
    return Stream.faults(5, LOG, arrived);
  }

  @Test
  void a_whole_stream_and_one_with_repeats_are_in_order() {
    assertEquals(List.of(), faults(arrived -> {}));
    assertEquals(List.of(), faults(arrived -> arrived.add(2, arrived.get(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"swapped", "lost", "lost at the end", "again under a new id", "moved"})
  void a_fault_is_told(String planted) {
    var faults =
        faults(
            arrived -> {
              switch (planted) {
                case "swapped" -> arrived.add(1, arrived.remove(2));
                case "lost" -> arrived.remove(1);
                case "lost at the end" -> arrived.removeLast();
                case "again under a new id" -> arrived.add(2, new Arrived(6, "evt_x", "led_b"));
                default -> arrived.set(1, new Arrived(7, "evt_led_b", "led_b"));
              }
            });
    assertFalse(faults.isEmpty());
  }
}
