package dev.countersign.conformance.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The Java kernel does what the Lean specification says, on every step within the bound. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExhaustiveAgreementTest {
  private static final long AT_LEAST = 1_000_000;
  private static final long AT_LEAST_LONG = 100_000_000;
  private static final ReportPart PART = ReportPart.begin("exhaustive-agreement");

  @BeforeAll
  static void the_specification_can_be_run_here() {
    Assumptions.assumeTrue(
        VectorFile.canBeMade(),
        "The vectors were not compared: Node.js and npm, which run the specification, are"
            + " missing.");
  }

  private static Map<String, Object> compared(Path file) throws IOException {
    try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
      return new Comparison().apply(lines);
    }
  }

  private static long number(Map<String, Object> seen, String what) {
    return (long) Objects.requireNonNull(seen.get(what));
  }

  @Test
  @Order(1)
  void every_step_of_the_specification_is_the_kernels_step() throws IOException {
    Path file = VectorFile.make("daily");
    long begun = System.nanoTime();
    Map<String, Object> seen = compared(file);
    assertEquals("", seen.getOrDefault("difference", ""));
    assertEquals(Bound.COMBINATIONS, seen.get("bound"));
    assertTrue(AT_LEAST <= number(seen, "steps"), seen.toString());
    PART.count("steps", number(seen, "steps"))
        .count("states", number(seen, "states"))
        .count("steps in traces", number(seen, "trace steps"))
        .fact("traces covered", seen.getOrDefault("traces", ""))
        .fact("depth of traces, calls from a new tenant", seen.getOrDefault("depth", 0))
        .fact("seconds to compare", Math.round((System.nanoTime() - begun) / 1e8) / 10.0)
        .fact("SHA-256 of the vectors", VectorFile.hash(java.util.List.of(file)));
  }

  @Test
  @Order(2)
  void a_vector_with_one_bit_changed_is_noticed() throws IOException {
    var tampered = new TamperedVectors(VectorFile.make("daily"), 20261123);
    PART.count("tampered vectors caught", tampered.assertEachIsNoticed(64));
  }

  @Test
  @Order(3)
  void a_kernel_with_one_mistake_is_noticed_and_the_law_is_named() throws IOException {
    var planted = new PlantedKernels(VectorFile.make("daily"));
    PART.count("tampered kernels caught", planted.assertEachIsNoticed());
    PART.passed();
  }

  /** Asked for with {@code -Dcountersign.vectors=long}: most of an hour. */
  @Test
  @Order(4)
  void the_long_mode_agrees_on_a_hundred_million_steps() throws IOException {
    Assumptions.assumeTrue("long".equals(System.getProperty("countersign.vectors")));
    ReportPart part = ReportPart.begin("exhaustive-agreement-long");
    long steps = 0;
    for (int mode : IntStream.range(0, 5).toArray()) {
      Path file = VectorFile.make("long-" + mode);
      Map<String, Object> seen = compared(file);
      assertEquals("", seen.getOrDefault("difference", ""));
      steps += number(seen, "steps");
      Files.delete(file);
    }
    assertTrue(AT_LEAST_LONG <= steps, "only " + steps);
    part.count("steps", steps).passed();
  }
}
