package dev.countersign.host.proofs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run of all proofs and tests saw, as it is kept in {@code report.json}.
 *
 * @param madeAt when, as ISO 8601 in UTC
 * @param passed nothing failed and nothing that must be there is missing
 * @param seconds the whole run
 * @param commit of the sources, if they were a working copy of a repository
 * @param subject what all this is about
 * @param trusted what has to hold besides
 * @param tools name to version
 * @param failures one sentence for each thing that is not as it must be
 */
public record ProofReport(
    String madeAt,
    boolean passed,
    double seconds,
    @Nullable String commit,
    Subject subject,
    List<Law> laws,
    List<Stage> stages,
    List<Suite> suites,
    List<String> trusted,
    Map<String, String> tools,
    Map<String, String> proofFiles,
    List<String> failures) {

  /** How something ended. {@code MISSING}: nothing says that it was tried. */
  public enum State {
    PASSED,
    FAILED,
    MISSING;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Fingerprints of what was tried: {@link Fingerprints} says of which files.
   *
   * @param warFile SHA-256 of the archive as one file
   */
  public record Subject(
      @Nullable String kernel,
      @Nullable String proofs,
      @Nullable String war,
      @Nullable String warFile) {}

  /**
   * One law in its four places.
   *
   * @param claimLine line of its row in {@code conformance/CLAIMS.md}
   */
  public record Law(
      String law, String label, int claimLine, Place theorem, Place contract, Place test) {
    public boolean passed() {
      return theorem.state == State.PASSED
          && contract.state == State.PASSED
          && test.state == State.PASSED;
    }
  }

  /**
   * Where a law is, and how that ended.
   *
   * @param line in the file, from 1
   * @param saw what the run says of it
   */
  public record Place(String name, String file, int line, State state, String saw) {}

  /**
   * One stage of the run.
   *
   * @param required its absence fails the whole
   * @param kind "proved", "bounded" or "tested"
   */
  public record Stage(
      String stage,
      String title,
      String kind,
      boolean required,
      State state,
      double seconds,
      Map<String, Long> counts,
      Map<String, Object> facts) {}

  /** The tests of one folder of results. */
  public record Suite(
      String name, int tests, int failed, int skipped, long tries, double seconds) {}
}
