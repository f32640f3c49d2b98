package dev.countersign.conformance.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.transparency.EveryProofTest;
import dev.countersign.conformance.transparency.EveryTileTest;
import dev.countersign.conformance.transparency.PublishedTreesTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change to the tree's arithmetic that no test notices is one that an outsider would notice. */
class MerkleMutantsTest {
  private static final Path FOLDER = Path.of("target", "mutants", "merkle");
  private static final int AT_LEAST = 150;

  /** None that draws by chance. */
  private static final List<Class<?>> TESTS =
      List.of(EveryProofTest.class, EveryTileTest.class, PublishedTreesTest.class);

  @Test
  void every_mutant_of_the_trees_arithmetic_is_noticed_or_listed_as_no_change()
      throws IOException, InterruptedException {
    ReportPart part = ReportPart.begin("merkle-mutants");
    Equivalents equivalents = Equivalents.ofFile("equivalent-merkle.txt");
    List<Mutant> mutants =
        Pit.in("host-war").run(FOLDER, "dev.countersign.host.transparency.merkle.*", TESTS);
    assertTrue(AT_LEAST <= mutants.size(), "only " + mutants.size() + " mutants");
    assertEquals("", String.join("\n", equivalents.complaints(mutants)));
    part.count("generated", mutants.size())
        .count("killed", mutants.stream().filter(Mutant::noticed).count())
        .count("equivalent, by the list", equivalents.reasons().size())
        .passed();
  }
}
