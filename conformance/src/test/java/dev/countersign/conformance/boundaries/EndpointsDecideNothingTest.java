package dev.countersign.conformance.boundaries;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.countersign.conformance.boundaries.planted.host.api.EndpointThatDecides;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointsDecideNothingTest {
  private static final JavaClasses HOST =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.countersign.host");
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages(EndpointThatDecides.class.getPackageName());

  static List<ArchRule> rules() {
    return List.of(
        DecisionRules.edgesDoNotChooseByModeStatusOrScope(),
        DecisionRules.onlyWhatIsRecordedAsksForDecisions(),
        DecisionRules.whoAsksRecords(),
        DecisionRules.onlyEndpointsForPeopleApprove());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_host_keeps_every_rule(ArchRule rule) {
    assertDoesNotThrow(() -> rule.check(HOST));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void an_endpoint_that_decides_breaks_every_rule(ArchRule rule) {
    assertThrows(AssertionError.class, () -> rule.check(PLANTED));
  }

  @Test
  void the_host_was_really_read() {
    assertDoesNotThrow(() -> HOST.get("dev.countersign.host.desk.MessageDesk"));
  }
}
