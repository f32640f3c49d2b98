package dev.countersign.conformance.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.kernel.CoreTest;
import dev.countersign.conformance.kernel.EdgeTest;
import dev.countersign.conformance.kernel.RiskEdgeTest;
import dev.countersign.conformance.kernel.TwinTablesTest;
import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.vectors.FewVectorsTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mutant that no test notices is a rule that no test knows. */
class KernelMutantsTest {
  private static final Path FOLDER = Path.of("target", "mutants");
  private static final int AT_LEAST = 800;

  /** Quick ones, and none that draws by chance: a mutant must not come through once in a while. */
  private static final List<Class<?>> TESTS =
      List.of(
          FewVectorsTest.class,
          EdgeTest.class,
          CoreTest.class,
          RiskEdgeTest.class,
          TwinTablesTest.class);

  @Test
  void every_mutant_of_the_kernel_is_noticed_or_listed_as_no_change()
      throws IOException, InterruptedException {
    FewVectorsTest.assumeSpecificationCanBeRun();
    ReportPart part = ReportPart.begin("kernel-mutants");
    Equivalents equivalents = Equivalents.ofFile("equivalent.txt");
    List<Mutant> mutants =
        Pit.in("kernel")
            .run(
                FOLDER.resolve("kernel"),
                "dev.countersign.kernel.*",
                TESTS,
                FewVectorsTest.write());
    assertTrue(AT_LEAST <= mutants.size(), "only " + mutants.size() + " mutants");
    assertEquals("", String.join("\n", equivalents.complaints(mutants)));
    part.count("generated", mutants.size())
        .count("killed", mutants.stream().filter(Mutant::noticed).count())
        .count("equivalent, by the list", equivalents.reasons().size())
        .passed();
  }

  /** Without the vectors nothing tries a code: its mutants must come through, and be told of. */
  @Test
  void tests_that_leave_something_out_are_noticed() throws IOException, InterruptedException {
    List<Mutant> mutants =
        Pit.in("kernel")
            .run(
                FOLDER.resolve("planted"),
                "dev.countersign.kernel.core.Presented",
                List.of(EdgeTest.class));
    List<String> complaints = Equivalents.of(List.of()).complaints(mutants);
    assertTrue(
        complaints.stream().anyMatch(text -> text.contains("core.Presented.stands")),
        complaints.toString());
  }

  @Test
  void the_list_holds_what_survives_and_nothing_else() {
    Mutant survivor = new Mutant("a", "A.java:1", "SURVIVED");
    Mutant killed = new Mutant("b", "B.java:1", "KILLED");
    List<Mutant> both = List.of(survivor, killed);
    assertEquals(List.of(), Equivalents.of(List.of("a | because")).complaints(both));
    assertEquals(1, Equivalents.of(List.of()).complaints(both).size());
    assertEquals(1, Equivalents.of(List.of("a | x", "b | x")).complaints(both).size());
    assertEquals(1, Equivalents.of(List.of("a | x", "c | x")).complaints(both).size());
    assertThrows(IllegalArgumentException.class, () -> Equivalents.of(List.of("a")));
    assertThrows(IllegalArgumentException.class, () -> Equivalents.of(List.of("a | x", "a | y")));
  }
}
