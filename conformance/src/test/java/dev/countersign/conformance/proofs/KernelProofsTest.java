package dev.countersign.conformance.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.countersign.conformance.report.ReportPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * KeY proves every contract of the core, with overflow an error; and for each planted fault the
 * contract that should notice it stays open.
 */
@Tag("proofs")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelProofsTest {
  private static final String ORIGINAL = "the core";

  private final CoreSources core = CoreSources.read();
  private final List<Fault> faults =
      "all".equals(System.getProperty("countersign.faults"))
          ? Faults.all(core)
          : Faults.always(core);
  private List<ProofOutcome> outcomes = List.of();

  private final ReportPart part = ReportPart.begin("kernel-proofs");

  @BeforeAll
  void prove(@TempDir Path work) throws IOException, InterruptedException {
    List<ProofTask> tasks = new ArrayList<>();
    Path original = core.writeTo(work.resolve("core"));
    for (int part = 0; part < ProverJvms.COUNT; part++) {
      tasks.add(new ProofTask(ORIGINAL, original, "", part, ProverJvms.COUNT));
    }
    for (Fault fault : faults) {
      Path folder = core.with(fault).writeTo(work.resolve("fault-" + tasks.size()));
      String contract = "^" + Pattern.quote(fault.contract() + "(");
      tasks.add(new ProofTask(fault.name(), folder, contract, 0, 1));
    }
    outcomes = ProverJvms.prove(work, tasks);
  }

  @Test
  void every_contract_is_tried() {
    assertFalse(core.contracts() == 0, "the core has no contracts");
    assertEquals(core.contracts(), of(ORIGINAL).count());
  }

  @TestFactory
  Stream<DynamicTest> every_contract_is_proved() {
    return of(ORIGINAL)
        .map(
            outcome ->
                DynamicTest.dynamicTest(
                    outcome.contract(),
                    () ->
                        assertEquals(
                            ProofOutcome.Verdict.PROVED, outcome.verdict(), outcome::line)));
  }

  @TestFactory
  Stream<DynamicTest> every_planted_fault_is_noticed() {
    return faults.stream()
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> assertNoticed(fault)));
  }

  /** For the report: only if all of it was as it must be. */
  @AfterAll
  void keep() {
    Map<String, Long> millis = new TreeMap<>();
    of(ORIGINAL)
        .filter(outcome -> outcome.verdict() == ProofOutcome.Verdict.PROVED)
        .forEach(outcome -> millis.put(outcome.contract(), outcome.millis()));
    long noticed =
        faults.stream()
            .filter(
                fault -> of(fault.name()).anyMatch(o -> o.verdict() == ProofOutcome.Verdict.OPEN))
            .count();
    if (millis.size() == core.contracts() && noticed == faults.size()) {
      part.count("contracts proved", millis.size())
          .count("planted faults that left a contract open", noticed)
          .count("proof steps", of(ORIGINAL).mapToLong(ProofOutcome::nodes).sum())
          .fact("arithmetic", "overflow is an error")
          .fact("sources", core.fingerprint())
          .fact("milliseconds by contract", millis)
          .passed();
    }
  }

  private void assertNoticed(Fault fault) {
    List<ProofOutcome> tried = of(fault.name()).toList();
    assertEquals(1, tried.size(), () -> fault.contract() + " is one contract, not " + tried);
    // A limit would say nothing: the same contract may need as long with the fault as without.
    assertEquals(ProofOutcome.Verdict.OPEN, tried.get(0).verdict(), tried.get(0)::line);
  }

  private Stream<ProofOutcome> of(String task) {
    return outcomes.stream().filter(outcome -> outcome.task().equals(task));
  }
}
