package dev.countersign.conformance.domains;

import dev.countersign.conformance.report.ReportPart;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of domain intelligence, seen to notice what they are there for. */
class PlantedFaultsTest {
  @Test
  void every_planted_fault_is_noticed(@TempDir Path folder)
      throws IOException, InterruptedException {
    var part = ReportPart.begin("domain-planted-faults");
    part.count("ways to keep a deadline", DeadlineTest.plantedNoticed())
        .count("lists of addresses", BlocklistsTest.plantedNoticed())
        .count("ways to fetch a list", FetchedLists.plantedNoticed())
        .count("careless readers of files", FileFailures.plantedNoticed(folder))
        .passed();
  }
}
