package dev.countersign.conformance.boundaries;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.countersign.conformance.boundaries.planted.audit.AuditorThatAsksTheWriter;
import org.junit.jupiter.api.Test;

/** Who checks the ledger has nothing from who writes it: a common mistake would go unnoticed. */
class AuditorStandsAloneTest {
  private static final ArchRule ALONE =
      classes()
          .that()
          .resideInAPackage("..audit..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.countersign.audit..",
              "dev.countersign.kernel",
              "com.fasterxml.jackson..",
              "org.bouncycastle.math.ec.rfc8032..",
              "org.jspecify..")
          .because(
              "the auditor trusts given keys, SHA-256 and the kernel, and no code of the server");

  @Test
  void the_auditor_shares_nothing_with_the_server() {
    var auditor =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.countersign.audit");
    assertDoesNotThrow(() -> auditor.get("dev.countersign.audit.Audit"));
    ALONE.check(auditor);
  }

  @Test
  void an_auditor_that_asks_the_writer_is_seen() {
    JavaClasses planted =
        new ClassFileImporter().importPackages(AuditorThatAsksTheWriter.class.getPackageName());
    assertThrows(AssertionError.class, () -> ALONE.check(planted));
  }
}
