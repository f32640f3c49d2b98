package dev.countersign.host.api.json;

import dev.countersign.host.proofs.Claim;
import dev.countersign.host.proofs.Fingerprint;
import dev.countersign.host.proofs.ProofReport;
import dev.countersign.host.proofs.RunningProgram.Contents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was proved and tried of the server that answers.
 *
 * @param status {@code checked}, {@code failed}, {@code another_build} or {@code not_checked}
 * @param says the same in a sentence
 * @param verifiedAt when everything was last checked, ISO 8601 in UTC; null unless {@code checked}
 * @param kernelSha256 of the kernel's classes that are loaded
 * @param proofsSha256 of the proofs that the archive carries
 * @param warSha256 of all that the archive carries
 * @param report what the test run saw; null unless it was a run of this very program
 */
public record ProofStatusJson(
    String status,
    String says,
    @Nullable String verifiedAt,
    String kernelSha256,
    String proofsSha256,
    String warSha256,
    Map<String, String> proofFiles,
    List<ClaimedLaw> laws,
    @Nullable ProofReport report) {

  /** A law as it is claimed, whether or not it was checked here. */
  public record ClaimedLaw(String law, String label, String theorem, String contract, String test) {
    private static ClaimedLaw of(Claim claim) {
      return new ClaimedLaw(
          claim.law(),
          claim.label(),
          "proofs/Countersign/Thm/" + claim.lean(),
          claim.contract(),
          claim.test() + "." + claim.law());
    }
  }

  /** A report counts only if it is of exactly these classes, these proofs and this archive. */
  public static ProofStatusJson of(Contents running, Optional<ProofReport> kept) {
    var mine = kept.filter(report -> isOf(report.subject(), running));
    var checked = mine.filter(ProofReport::passed);
    String status;
    String says;
    if (checked.isPresent()) {
      status = "checked";
      says = "Every proof and test passed for exactly this program.";
    } else if (mine.isPresent()) {
      status = "failed";
      says = "A test run of exactly this program did not pass; the report has the failures.";
    } else if (kept.isPresent()) {
      status = "another_build";
      says =
          "The report that is kept here is of another build; run ./countersign test on this one.";
    } else {
      status = "not_checked";
      says = "Nobody has checked this program on this machine; run ./countersign test to do so.";
    }
    return new ProofStatusJson(
        status,
        says,
        checked.map(ProofReport::madeAt).orElse(null),
        running.kernel().value(),
        running.proofs().value(),
        running.war().value(),
        running.proofs().files(),
        running.claims().stream().map(ClaimedLaw::of).toList(),
        mine.orElse(null));
  }

  private static boolean isOf(ProofReport.Subject subject, Contents running) {
    return is(running.kernel(), subject.kernel())
        && is(running.proofs(), subject.proofs())
        && is(running.war(), subject.war());
  }

  private static boolean is(Fingerprint running, @Nullable String reported) {
    return running.value().equals(reported);
  }
}
