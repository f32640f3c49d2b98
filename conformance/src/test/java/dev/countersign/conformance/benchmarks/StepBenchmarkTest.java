package dev.countersign.conformance.benchmarks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cedarpolicy.model.exception.AuthException;
import dev.countersign.conformance.report.ReportPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures a step. The short run keeps the benchmark working and is worth nothing as a figure;
 * {@code ./countersign bench} asks for the long one.
 */
class StepBenchmarkTest {
  private static final boolean FULL = "full".equals(System.getProperty("countersign.bench"));
  private static final Path TABLE = Path.of("target", "benchmarks.txt");

  @Test
  void a_step_and_a_cached_decision_are_measured_side_by_side()
      throws RunnerException, IOException, AuthException {
    CedarDecisions cedar = new CedarDecisions();
    assertTrue(cedar.allows(true));
    assertFalse(cedar.allows(false));
    Collection<RunResult> results = new Runner(options().build()).run();
    double step = nanoseconds(results, "KernelSteps.step");
    double approve = nanoseconds(results, "KernelSteps.approve");
    double decision = nanoseconds(results, "CedarDecisions.approve");
    String table =
        String.format(
            Locale.ROOT,
            """
            %-42s %12s %14s
            %-42s %12.1f %14.0f
            %-42s %12.1f %14.0f
            %-42s %12.1f %14.0f
            cedar-java takes %.0f times as long for the same question.
            """,
            "",
            "ns",
            "bytes",
            "kernel: a step, four kinds in turn",
            step,
            bytes(results, "KernelSteps.step"),
            "kernel: an approval, decided and carried out",
            approve,
            bytes(results, "KernelSteps.approve"),
            "cedar-java: an approval, decided",
            decision,
            bytes(results, "CedarDecisions.approve"),
            decision / approve);
    Files.writeString(TABLE, table);
    if (FULL) {
      ReportPart.begin("step-benchmark").fact("table", table.lines().toList()).passed();
    }
    assertTrue(0 < step && 0 < decision);
  }

  private static ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(KernelSteps.class.getName())
            .include(CedarDecisions.class.getName())
            .addProfiler(GCProfiler.class)
            .threads(1);
    return FULL
        ? options
            .forks(2)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
        : options
            .forks(0)
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(200))
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(200));
  }

  private static RunResult of(Collection<RunResult> results, String name) {
    List<RunResult> found =
        results.stream().filter(r -> r.getParams().getBenchmark().endsWith(name)).toList();
    assertTrue(found.size() == 1, name);
    return found.get(0);
  }

  private static double nanoseconds(Collection<RunResult> results, String name) {
    return of(results, name).getPrimaryResult().getScore();
  }

  /** Allocated by one call. */
  private static double bytes(Collection<RunResult> results, String name) {
    return Objects.requireNonNull(of(results, name).getSecondaryResults().get("gc.alloc.rate.norm"))
        .getScore();
  }
}
