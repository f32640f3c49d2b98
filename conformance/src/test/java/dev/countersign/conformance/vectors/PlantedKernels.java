package dev.countersign.conformance.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.proofs.CoreSources;
import dev.countersign.conformance.proofs.Fault;
import dev.countersign.conformance.proofs.Faults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Kernels with one mistake each: a guard dropped, a guard turned round, a value forgotten. */
final class PlantedKernels {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final Pattern CONDITION =
      Pattern.compile("\\n +if \\((?<condition>[^{]+)\\) \\{\\n");

  /**
   * No step breaks them: the kernel knows one tenant's rows and keeps no ledger, and a step takes a
   * risk as it is given.
   */
  private static final Set<String> LAWS_OF_NO_STEP =
      Set.of(
          "tenant_isolation",
          "every_step_is_logged",
          "risk_is_bounded",
          "risk_is_monotone",
          "unknown_signal_makes_risk_unknown",
          "worst_recipient_counts");

  /** What the outbox owes, and how a score comes about: no step looks at either. */
  private static final Set<String> NOT_OF_A_STEP =
      Set.of("Work.java", "DomainScore.java", "Signal.java", "Weights.java");

  /** The typed edge has asked already when the effect asks again: nothing can be seen of it. */
  private static final String ASKED_BEFORE = "a refused call has its effect";

  private final List<String> vectors;

  PlantedKernels(Path file) throws IOException {
    vectors = Files.readAllLines(file, StandardCharsets.US_ASCII);
  }

  int assertEachIsNoticed() throws IOException {
    CoreSources sources = CoreSources.under(ROOT);
    List<Fault> faults = new ArrayList<>(Faults.all(sources));
    faults.addAll(turnedRound(sources));
    faults.removeIf(fault -> NOT_OF_A_STEP.contains(fault.file()));
    faults.removeIf(fault -> fault.name().equals(ASKED_BEFORE));
    List<String> unnoticed = new ArrayList<>();
    List<String> told = new ArrayList<>();
    Set<String> laws = new TreeSet<>();
    List<String> messages = faults.parallelStream().map(fault -> compare(sources, fault)).toList();
    for (int i = 0; i < faults.size(); i++) {
      String message = messages.get(i);
      if (message.isEmpty()) {
        unnoticed.add(faults.get(i).name());
      }
      told.add("## " + faults.get(i).name() + "\n" + message);
      message.lines().filter(line -> line.startsWith("laws: ")).forEach(laws::add);
    }
    Files.write(Path.of("target", "vectors", "planted.txt"), told);
    assertEquals(List.of(), unnoticed);
    lawsAreNamed(String.join(" ", laws));
    return faults.size();
  }

  private String compare(CoreSources sources, Fault fault) {
    Map<String, Object> seen =
        PlantedKernel.of(fault.file(), fault.applyTo(sources.file(fault.file())))
            .compare(vectors.stream());
    return String.valueOf(seen.getOrDefault("difference", ""));
  }

  private static List<Fault> turnedRound(CoreSources sources) {
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<String, String> file : sources.files().entrySet()) {
      var match = CONDITION.matcher(file.getValue());
      while (match.find()) {
        String head = file.getValue().substring(0, match.start());
        String condition = match.group("condition");
        String turned = match.group().replace(condition, "!(" + condition + ")");
        String name = file.getKey() + ": not (" + condition.strip() + "), number " + faults.size();
        faults.add(
            new Fault(name, file.getKey(), head + match.group(), head + turned, file.getKey()));
      }
    }
    return faults;
  }

  /** Every law that a step can break is named by some mistake, and nothing else is. */
  private static void lawsAreNamed(String messages) throws IOException {
    Set<String> laws = new TreeSet<>();
    for (String line : Files.readAllLines(ROOT.resolve("proofs/laws.txt"))) {
      String law = line.replaceAll("#.*", "").strip();
      if (!law.isEmpty() && !LAWS_OF_NO_STEP.contains(law)) {
        laws.add(law);
      }
    }
    assertFalse(laws.isEmpty());
    assertTrue(laws.containsAll(Laws.ofFile().named()), "laws.txt has no such laws");
    laws.removeIf(messages::contains);
    assertEquals(Set.of(), laws, "laws that no mistake was said to break");
  }
}
