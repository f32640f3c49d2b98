package dev.countersign.conformance.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Hands tasks to provers running side by side, each with a clean home directory. */
final class ProverJvms {
  static final int COUNT = 2;

  private static final long PATIENCE_MINUTES = 60;

  private ProverJvms() {}

  static List<ProofOutcome> prove(Path work, List<ProofTask> tasks)
      throws IOException, InterruptedException {
    List<Process> provers = new ArrayList<>();
    List<Path> outcomes = new ArrayList<>();
    try {
      for (int jvm = 0; jvm < COUNT; jvm++) {
        Path home = Files.createDirectories(work.resolve("prover-" + jvm));
        outcomes.add(home.resolve("outcomes"));
        provers.add(start(home, share(tasks, jvm)));
      }
      for (int jvm = 0; jvm < COUNT; jvm++) {
        join(provers.get(jvm), work.resolve("prover-" + jvm).resolve("log"));
      }
    } finally {
      provers.forEach(Process::destroy);
    }
    List<ProofOutcome> all = new ArrayList<>();
    for (Path file : outcomes) {
      Files.readAllLines(file).forEach(line -> all.add(ProofOutcome.ofLine(line)));
    }
    return all;
  }

  private static List<String> share(List<ProofTask> tasks, int jvm) {
    List<String> lines = new ArrayList<>();
    for (int i = jvm; i < tasks.size(); i += COUNT) {
      lines.add(tasks.get(i).line());
    }
    return lines;
  }

  private static Process start(Path home, List<String> tasks) throws IOException {
    Path list = Files.write(home.resolve("tasks"), tasks);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-XX:+UseSerialGC",
            "-Duser.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            Prover.class.getName(),
            list.toString(),
            home.resolve("outcomes").toString())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("log").toFile())
        .start();
  }

  private static void join(Process prover, Path log) throws IOException, InterruptedException {
    if (!prover.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      throw new AssertionError("a prover has not ended after " + PATIENCE_MINUTES + " minutes");
    }
    if (prover.exitValue() != 0) {
      throw new AssertionError("a prover failed:\n" + Files.readString(log));
    }
  }
}
