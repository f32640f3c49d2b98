package dev.countersign.conformance.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.countersign.conformance.proofs.CoreSources;
import dev.countersign.host.proofs.ProofReport;
import dev.countersign.host.proofs.ProofReport.Law;
import dev.countersign.host.proofs.ProofReport.Place;
import dev.countersign.host.proofs.ProofReport.Stage;
import dev.countersign.host.proofs.ProofReport.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the stages of a run left, whether or not they passed: {@code
 * conformance/reports/report.json} and {@code index.html}. Arguments: the project's folder, the
 * seconds of the run, the status with which it ended. Ends with 1 if the report says "not passed".
 */
public final class Report {
  private static final int FAILURES_PRINTED = 12;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Report() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    ProofReport report =
        of(
            root,
            Double.parseDouble(args[1]),
            Integer.parseInt(args[2]),
            Tools.commit(root).orElse(null),
            Tools.of(root));
    Path folder = Files.createDirectories(root.resolve("conformance/reports"));
    JSON.writeValue(folder.resolve("report.json").toFile(), report);
    Files.writeString(folder.resolve("index.html"), new Page(report).html());
    System.out.println(
        (report.passed() ? "Report: " : "Report, not passed: ") + folder.resolve("index.html"));
    report.failures().stream()
        .limit(FAILURES_PRINTED)
        .forEach(failure -> System.out.println("  " + failure));
    if (report.failures().size() > FAILURES_PRINTED) {
      System.out.println("  and more, " + report.failures().size() + " in all");
    }
    System.exit(report.passed() ? 0 : 1);
  }

  static ProofReport of(
      Path root, double seconds, int status, @Nullable String commit, Map<String, String> tools)
      throws IOException {
    Evidence evidence = Evidence.under(root);
    BuiltProduct product = new BuiltProduct(root);
    List<Law> laws =
        new Laws(evidence, product.proofFiles(), CoreSources.under(root).fingerprint()).all();
    List<Stage> stages = new Stages(evidence).all();
    List<String> failures = new ArrayList<>();
    if (status != 0) {
      failures.add("the run ended with status " + status);
    }
    stages.stream()
        .filter(stage -> stage.required() && stage.state() != State.PASSED)
        .forEach(stage -> failures.add("stage " + stage.stage() + ": " + stage.state().wire()));
    evidence.tests().stream()
        .filter(test -> test.state() == State.FAILED)
        .forEach(
            test ->
                failures.add("test " + test.type() + "." + test.method() + ": " + test.message()));
    laws.stream().filter(law -> !law.passed()).forEach(law -> failures.add(unkept(law)));
    failures.addAll(product.differences());
    return new ProofReport(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        failures.isEmpty(),
        seconds,
        commit,
        product.subject(),
        laws,
        stages,
        TestResults.suites(evidence.tests()),
        trusted(evidence),
        tools,
        Map.copyOf(product.proofFiles()),
        failures);
  }

  private static String unkept(Law law) {
    List<String> places = new ArrayList<>();
    for (Place place : List.of(law.theorem(), law.contract(), law.test())) {
      if (place.state() != State.PASSED) {
        places.add(place.name() + " " + place.state().wire() + " (" + place.saw() + ")");
      }
    }
    return "law " + law.law() + ": " + String.join("; ", places);
  }

  /** First column of the table of what is trusted. */
  private static List<String> trusted(Evidence evidence) throws IOException {
    String table = evidence.text("docs/ASSUMPTIONS.md");
    table = table.substring(table.indexOf("\n## Trusted"));
    table = table.substring(0, table.indexOf("\n## ", 5));
    return table
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| what |"))
        .map(line -> line.substring(2, line.indexOf(" |", 2)))
        .toList();
  }
}
