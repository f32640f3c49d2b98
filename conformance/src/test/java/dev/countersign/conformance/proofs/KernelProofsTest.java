package dev.countersign.conformance.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
