package dev.countersign.conformance.proofs;

import de.uka.ilkd.key.control.DefaultUserInterfaceControl;
import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.proof.Proof;
import de.uka.ilkd.key.proof.init.ProofInputException;
import de.uka.ilkd.key.proof.io.ProblemLoaderException;
import de.uka.ilkd.key.settings.ChoiceSettings;
import de.uka.ilkd.key.settings.ProofSettings;
import de.uka.ilkd.key.speclang.Contract;
import de.uka.ilkd.key.strategy.StrategyProperties;
import de.uka.ilkd.key.util.MiscTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A JVM of its own that proves contracts with KeY, because KeY keeps its choices in statics and in
 * the home directory. Arguments: the tasks' file and the outcomes' file, a line for each.
 */
final class Prover {
  static final int MAX_STEPS = 60_000;
  static final long TIMEOUT_MILLIS = 1_800_000;

  private static final String CORE = "dev.countersign.kernel.core.";

  private Prover() {}

  public static void main(String[] args) throws Exception {
    Path outcomes = Path.of(args[1]);
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      prove(ProofTask.ofLine(line), outcomes);
    }
  }

  private static void prove(ProofTask task, Path outcomes) throws Exception {
    KeYEnvironment<DefaultUserInterfaceControl> env = load(task.folder());
    try {
      Pattern wanted = Pattern.compile(task.contracts());
      List<Contract> contracts = contracts(env);
      for (int i = 0; i < contracts.size(); i++) {
        Contract contract = contracts.get(i);
        if (i % task.parts() == task.part() && wanted.matcher(name(contract)).find()) {
          note(outcomes, prove(task, env, contract));
        }
      }
    } finally {
      env.dispose();
    }
  }

  /** Overflow is an error, not a wrap: KeY's default is to ignore it. */
  private static KeYEnvironment<DefaultUserInterfaceControl> load(Path folder)
      throws ProblemLoaderException {
    if (!ProofSettings.isChoiceSettingInitialised()) {
      KeYEnvironment.load(folder.toFile(), null, null, null).dispose();
    }
    ChoiceSettings settings = ProofSettings.DEFAULT_SETTINGS.getChoiceSettings();
    Map<String, String> choices = new HashMap<>(settings.getDefaultChoices());
    choices.putAll(MiscTools.getDefaultTacletOptions());
    choices.put("intRules", "intRules:arithmeticSemanticsCheckingOF");
    settings.setDefaultChoices(choices);
    return KeYEnvironment.load(folder.toFile(), null, null, null);
  }

  private static List<Contract> contracts(KeYEnvironment<DefaultUserInterfaceControl> env) {
    List<Contract> contracts = new ArrayList<>();
    var repository = env.getSpecificationRepository();
    for (var type : env.getJavaInfo().getAllKeYJavaTypes()) {
      if (type.getFullName().startsWith(CORE)) {
        for (var target : repository.getContractTargets(type)) {
          if (!target.name().toString().startsWith("java.")) {
            repository.getContracts(type, target).forEach(contracts::add);
          }
        }
      }
    }
    contracts.sort(Comparator.comparing(Prover::name));
    return contracts;
  }

  /** {@code Class::method(Parameter,…)}, followed by which contract of the method it is. */
  private static String name(Contract contract) {
    String name = contract.getName().replace(CORE, "");
    return name.substring(name.indexOf('[') + 1)
        .replace("].JML normal_behavior operation contract", "");
  }

  private static ProofOutcome prove(
      ProofTask task, KeYEnvironment<DefaultUserInterfaceControl> env, Contract contract)
      throws ProofInputException {
    Proof proof = env.createProof(contract.createProofObl(env.getInitConfig(), contract));
    try {
      var strategy = proof.getSettings().getStrategySettings();
      StrategyProperties properties = strategy.getActiveStrategyProperties();
      properties.setProperty(
          StrategyProperties.METHOD_OPTIONS_KEY, StrategyProperties.METHOD_CONTRACT);
      properties.setProperty(StrategyProperties.DEP_OPTIONS_KEY, StrategyProperties.DEP_ON);
      properties.setProperty(StrategyProperties.QUERY_OPTIONS_KEY, StrategyProperties.QUERY_OFF);
      properties.setProperty(
          StrategyProperties.NON_LIN_ARITH_OPTIONS_KEY, StrategyProperties.NON_LIN_ARITH_DEF_OPS);
      // Invariants are opened last: opened first, those of two messages split without end.
      properties.setProperty(
          StrategyProperties.CLASS_AXIOM_OPTIONS_KEY, StrategyProperties.CLASS_AXIOM_DELAYED);
      strategy.setActiveStrategyProperties(properties);
      strategy.setMaxSteps(MAX_STEPS);
      strategy.setTimeout(TIMEOUT_MILLIS);
      long start = System.nanoTime();
      env.getProofControl().startAndWaitForAutoMode(proof);
      long millis = (System.nanoTime() - start) / 1_000_000;
      return new ProofOutcome(
          task.name(), name(contract), verdict(proof, millis), millis, proof.countNodes());
    } finally {
      proof.dispose();
    }
  }

  private static ProofOutcome.Verdict verdict(Proof proof, long millis) {
    if (proof.openGoals().isEmpty()) {
      return ProofOutcome.Verdict.PROVED;
    }
    return proof.countNodes() >= MAX_STEPS || millis >= TIMEOUT_MILLIS
        ? ProofOutcome.Verdict.LIMIT
        : ProofOutcome.Verdict.OPEN;
  }

  private static void note(Path outcomes, ProofOutcome outcome) throws IOException {
    Files.writeString(
        outcomes,
        outcome.line() + System.lineSeparator(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
