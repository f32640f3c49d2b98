package dev.countersign.conformance.audit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.countersign.audit.Audit;
import dev.countersign.audit.log.Ed25519;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries audited for each second of CPU time; run by name only. */
class AuditRateBenchmark {
  private static final long ENTRIES = Long.getLong("countersign.audit.entries", 1_000_000);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void a_large_log() throws Exception {
    var export = folder.resolve("export.jsonl");
    long entries = LargeLog.write(export, ENTRIES);
    var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = machine.getProcessCpuTime();
    long begin = System.nanoTime();
    int threads = Runtime.getRuntime().availableProcessors();
    try (var workers = Executors.newFixedThreadPool(threads);
        InputStream in = Files.newInputStream(export)) {
      var given =
          new Audit.Given(
              Held.KEYS.logKeys(),
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              false,
              Long.MAX_VALUE / 2);
      var outcome = new Audit(given, workers, (done, all) -> {}).of(in);
      assertTrue(outcome.verified(), () -> String.valueOf(outcome.findings()));
    }
    System.out.printf(
        Locale.ROOT,
        "%d entries, %d MB: %.1f s, of CPU %.1f s on %d cores, Ed25519 by %s%n",
        entries,
        Files.size(export) >> 20,
        (System.nanoTime() - begin) / 1e9,
        (machine.getProcessCpuTime() - cpu) / 1e9,
        threads,
        Ed25519.library());
  }
}
