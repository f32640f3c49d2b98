package dev.countersign.conformance.boundaries;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import dev.countersign.host.desk.asked.Asked;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Scopes;
import dev.countersign.kernel.Status;
import java.util.Set;

/**
 * Nobody outside the kernel decides. A class that chooses by mode or status has to name one of
 * their constants or ask for an ordinal (a {@code switch} does), and one that chooses by scope has
 * to read a scope; so these are what is forbidden where calls come in and work goes out.
 */
final class DecisionRules {
  private static final Set<String> DECIDING =
      Set.of("step", "submit", "receive", "tenant", "createMailbox", "requestCode", "createKey");
  private static final Set<String> RECORDING = Set.of("Ledger", "Records");
  // One entry stands for all that ends with an account, and for all that an erasure removes.
  private static final Set<String> SUMMARISING = Set.of("AccountDesk", "ErasingDesk");
  private static final Set<String> ALSO_DECIDING =
      Set.of(
          "patchKey", "revokeKey", "setAddress", "operate", "confirm", "annotate", "tick", "look");

  private DecisionRules() {}

  static ArchRule edgesDoNotChooseByModeStatusOrScope() {
    return noClasses()
        .that(areEdges())
        .should()
        .accessFieldWhere(isAConstantOf(Mode.class, Status.class))
        .orShould()
        .callMethodWhere(asksForAnOrdinal())
        .orShould()
        .callMethodWhere(readsAScope())
        .because("every endpoint and job asks the kernel and none decides for itself");
  }

  static ArchRule onlyWhatIsRecordedAsksForDecisions() {
    return noClasses()
        .that(resideInAnyPackage("..host.."))
        .and(DescribedPredicate.not(resideInAnyPackage("..host.desk.asked..")))
        .and(describe("record each call", type -> !SUMMARISING.contains(type.getSimpleName())))
        .should()
        .callMethodWhere(asksForADecision())
        .because("what stands in the ledger is written from the values that were asked with");
  }

  static ArchRule whoAsksRecords() {
    return classes()
        .that(resideInAnyPackage("..host.."))
        .and(describe("ask for an answer", DecisionRules::asks))
        .should()
        .dependOnClassesThat(describe("record", type -> RECORDING.contains(type.getSimpleName())))
        .because("every call leaves an entry, refused ones too");
  }

  private static boolean asks(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getName().equals("answer")
                    && call.getTargetOwner().isAssignableTo(Asked.class)
                    && !type.isAssignableTo(Asked.class));
  }

  static ArchRule onlyEndpointsForPeopleApprove() {
    return noClasses()
        .that(resideInAnyPackage("..host.."))
        .and(DescribedPredicate.not(describe("decide", DecisionRules::isForDeciding)))
        .should()
        .callConstructorWhere(
            describe(
                "builds an approval",
                call -> call.getTargetOwner().isEquivalentTo(MessageCall.Approve.class)))
        .because("an approval is a person's word, never a program's");
  }

  private static boolean isForDeciding(JavaClass type) {
    return type.getPackageName().endsWith(".host.api") && type.getSimpleName().startsWith("Decid");
  }

  private static DescribedPredicate<JavaClass> areEdges() {
    return resideInAnyPackage(
        "..host.api..",
        "..host.approvals..",
        "..host.dispatch..",
        "..host.inbound..",
        "..host.intake..",
        "..host.mcp..",
        "..host.webhooks..");
  }

  private static DescribedPredicate<JavaFieldAccess> isAConstantOf(Class<?>... words) {
    return describe(
        "is a constant of a word that decides",
        access -> {
          for (var word : words) {
            if (access.getTargetOwner().isEquivalentTo(word)
                && access.getTarget().getRawType().isEquivalentTo(word)) {
              return true;
            }
          }
          return false;
        });
  }

  private static DescribedPredicate<JavaMethodCall> asksForAnOrdinal() {
    return describe(
        "asks a mode or status for its ordinal",
        call ->
            call.getName().equals("ordinal")
                && (owns(call, Mode.class) || owns(call, Status.class)));
  }

  private static DescribedPredicate<JavaMethodCall> readsAScope() {
    return describe(
        "reads a scope",
        call ->
            owns(call, Scopes.class)
                && call.getTarget().getParameterTypes().isEmpty()
                && Set.of("read", "send", "oversight", "admin").contains(call.getName()));
  }

  private static DescribedPredicate<JavaMethodCall> asksForADecision() {
    return describe(
        "asks the kernel for a decision",
        call ->
            (owns(call, Oversight.class) || owns(call, Authority.class))
                && (DECIDING.contains(call.getName()) || ALSO_DECIDING.contains(call.getName())));
  }

  private static boolean owns(JavaAccess<?> call, Class<?> type) {
    return call.getTargetOwner().isEquivalentTo(type);
  }
}
