package dev.countersign.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.host.proofs.Claim;
import dev.countersign.host.proofs.ProofReport.Law;
import dev.countersign.host.proofs.ProofReport.Place;
import dev.countersign.host.proofs.ProofReport.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Each law in its four places, and how it fared in this run. */
final class Laws {
  private static final String CORE = "kernel/src/main/java/dev/countersign/kernel/core/";
  private static final String TESTS =
      "conformance/src/test/java/dev/countersign/conformance/kernel/";

  private final Evidence evidence;
  private final Map<String, String> proofFiles;
  private final String coreNow;

  /**
   * Compares with what is there now.
   *
   * @param proofFiles SHA-256 of every proof file as it is now
   * @param coreNow fingerprint of the core's sources as they are now
   */
  Laws(Evidence evidence, Map<String, String> proofFiles, String coreNow) {
    this.evidence = evidence;
    this.proofFiles = proofFiles;
    this.coreNow = coreNow;
  }

  List<Law> all() throws IOException {
    List<Law> laws = new ArrayList<>();
    for (Claim claim : Claim.oversight(evidence.text("conformance/CLAIMS.md"))) {
      laws.add(
          new Law(
              claim.law(),
              claim.label(),
              claim.line(),
              theorem(claim),
              contract(claim),
              test(claim)));
    }
    return laws;
  }

  private Place theorem(Claim claim) throws IOException {
    String path = "Countersign/Thm/" + claim.lean();
    String file = "proofs/" + path;
    JsonNode lean = evidence.lean();
    JsonNode refuted = lean.path("laws").path(claim.law());
    State state = State.PASSED;
    String saw = "false of " + refuted.size() + " spoiled machine(s), by a trace";
    if (lean.isMissingNode() || refuted.isMissingNode()) {
      state = State.MISSING;
      saw = "not checked in this run";
    } else if (!checkedHash(path).equals(proofFiles.get(path))) {
      state = State.FAILED;
      saw = "the file has changed since it was checked";
    } else if (!lean.path("passed").asBoolean() || refuted.isEmpty()) {
      state = State.FAILED;
      saw = "the gate refused";
    }
    int line = evidence.line(file, "theorem " + claim.law() + " ");
    return new Place(claim.law(), file, line, line == 0 ? State.MISSING : state, saw);
  }

  private String checkedHash(String path) {
    for (JsonNode file : evidence.lean().path("files")) {
      if (file.path("path").asText().equals(path)) {
        return file.path("sha256").asText();
      }
    }
    return "not in the list";
  }

  private Place contract(Claim claim) throws IOException {
    String[] name = claim.contract().split("\\.", -1);
    String file = CORE + name[0] + ".java";
    JsonNode facts = evidence.part(ExpectedStage.KERNEL_PROOFS.stage()).path("facts");
    State state = State.MISSING;
    String saw = "not proved in this run";
    for (var proved : facts.path("milliseconds by contract").properties()) {
      if (proved.getKey().startsWith(name[0] + "::" + name[1] + "(")) {
        state = State.PASSED;
        saw = String.format(Locale.ROOT, "proved in %.1f s", proved.getValue().asLong() / 1000.0);
      }
    }
    if (state == State.PASSED && !facts.path("sources").asText().equals(coreNow)) {
      state = State.FAILED;
      saw = "the sources have changed since they were proved";
    }
    return new Place(claim.contract(), file, evidence.line(file, " " + name[1] + "("), state, saw);
  }

  private Place test(Claim claim) throws IOException {
    String file = TESTS + claim.test() + ".java";
    String type = "dev.countersign.conformance.kernel." + claim.test();
    State state = State.MISSING;
    String saw = "not run";
    for (TestCase test : evidence.tests()) {
      if (test.is(type, claim.law())) {
        state = test.state();
        saw =
            state == State.PASSED
                ? String.format(Locale.ROOT, "%,d runs, seed %s", test.tries(), test.seed())
                : test.message();
      }
    }
    return new Place(
        claim.test() + "." + claim.law(),
        file,
        evidence.line(file, " " + claim.law() + "("),
        state,
        saw);
  }
}
