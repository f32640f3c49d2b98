package dev.countersign.conformance.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.theClass;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.View;
import org.junit.jupiter.api.Test;

/** The kernel can know nothing that it is not told. */
class KernelIsPureTest {
  private static final JavaClasses KERNEL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.countersign.kernel");

  @Test
  void the_kernel_uses_values_and_collections_only() {
    ArchRuleDefinition.classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.countersign.kernel..",
            "java.lang..",
            "java.util",
            "java.util.function",
            "java.nio",
            "org.jspecify.annotations")
        .check(KERNEL);
  }

  @Test
  void the_core_uses_the_language_only() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage("dev.countersign.kernel.core")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.countersign.kernel.core", "java.lang", "org.jspecify.annotations")
        .check(KERNEL);
  }

  @Test
  void the_kernel_has_no_clock_no_chance_and_no_machine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            System.class,
            Runtime.class,
            Thread.class,
            ProcessBuilder.class,
            ThreadLocal.class,
            Math.class,
            java.util.Random.class,
            java.util.UUID.class,
            java.util.Timer.class)
        .check(KERNEL);
  }

  @Test
  void the_kernel_keeps_nothing() {
    fields().that().areStatic().should().beFinal().check(KERNEL);
    fields().that().areNotStatic().should().beFinal().check(KERNEL);
    nothingStaticCanChange().check(KERNEL);
  }

  private static ArchRule nothingStaticCanChange() {
    var harmless =
        DescribedPredicate.<JavaClass>describe(
            "constants",
            type ->
                type.isPrimitive()
                    || type.isEquivalentTo(String.class)
                    || type.getPackageName().startsWith("dev.countersign.kernel"));
    var fields =
        DescribedPredicate.<JavaField>describe(
            "written in the source",
            field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    return fields().that().areStatic().and(fields).should().haveRawType(harmless);
  }

  @Test
  void the_core_is_reached_through_the_edge_alone() {
    JavaClasses all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.countersign");
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.countersign.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.countersign.kernel.core")
        .check(all);
  }

  @Test
  void nobody_makes_a_view_or_a_caller_up() {
    for (Class<?> type : new Class<?>[] {View.class, Caller.class, Oversight.class}) {
      theClass(type).should().haveOnlyPrivateConstructors().check(KERNEL);
    }
  }
}
