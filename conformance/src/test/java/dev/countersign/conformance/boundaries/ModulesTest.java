package dev.countersign.conformance.boundaries;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ModulesTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.countersign.kernel", "dev.countersign.host");

  @Test
  void the_kernel_knows_nothing_of_the_host() {
    noClasses()
        .that()
        .resideInAPackage("dev.countersign.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.countersign.host..", "jakarta..")
        .check(OURS);
  }

  @Test
  void mail_and_identity_know_nothing_of_the_database_or_the_desks() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.countersign.host.mail..", "dev.countersign.host.identity..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.countersign.host.desk..",
            "dev.countersign.host.api..",
            "dev.countersign.host.messages..",
            "jakarta.persistence..")
        .check(OURS);
  }

  @Test
  void the_desks_know_nothing_of_http() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.countersign.host.desk..", "dev.countersign.host.dispatch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "dev.countersign.host.api..")
        .check(OURS);
  }

  @Test
  void only_the_system_clock_bean_reads_the_time() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.countersign.host.desk..", "dev.countersign.host.outbox..")
        .and()
        .doNotHaveSimpleName("SystemTime")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(OURS);
  }
}
