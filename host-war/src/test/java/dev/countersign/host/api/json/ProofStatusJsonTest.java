package dev.countersign.host.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.countersign.host.platform.Json;
import dev.countersign.host.proofs.Claim;
import dev.countersign.host.proofs.Fingerprint;
import dev.countersign.host.proofs.ProofReport;
import dev.countersign.host.proofs.ProofReport.Subject;
import dev.countersign.host.proofs.RunningProgram.Contents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofStatusJsonTest {
  private static final String ROW =
      "## Oversight\n"
          + "| `no_self_approval` | `Approvals.lean` | `MessageRequires.approve` | `ApprovalTest`"
          + " | proved outright |\n";

  private final Contents running =
      new Contents(of("kernel"), of("proofs"), of("war"), Claim.oversight(ROW));

  @Test
  void without_a_report_nothing_is_said_to_be_checked() {
    var answer = ProofStatusJson.of(running, Optional.empty());
    assertEquals("not_checked", answer.status());
    assertNull(answer.verifiedAt());
    assertNull(answer.report());
  }

  @Test
  void a_report_of_exactly_this_program_that_passed_says_when_it_was_checked() {
    var report = report(mine(), true);
    var answer = ProofStatusJson.of(running, Optional.of(report));
    assertEquals("checked", answer.status());
    assertEquals("2026-01-01T00:00:00Z", answer.verifiedAt());
    assertSame(report, answer.report());
  }

  @Test
  void a_report_of_exactly_this_program_that_did_not_pass_is_shown_as_failed() {
    var answer = ProofStatusJson.of(running, Optional.of(report(mine(), false)));
    assertEquals("failed", answer.status());
    assertNull(answer.verifiedAt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kernel", "proofs", "war"})
  void a_report_of_anything_else_does_not_count(String part) {
    var other = of("another " + part).value();
    var subject =
        new Subject(
            part.equals("kernel") ? other : running.kernel().value(),
            part.equals("proofs") ? other : running.proofs().value(),
            part.equals("war") ? other : running.war().value(),
            null);
    var answer = ProofStatusJson.of(running, Optional.of(report(subject, true)));
    assertEquals("another_build", answer.status());
    assertNull(answer.verifiedAt());
    assertNull(answer.report());
  }

  @Test
  void each_law_is_named_with_its_label_and_its_places() {
    var law = ProofStatusJson.of(running, Optional.empty()).laws().get(0);
    assertEquals("no_self_approval", law.law());
    assertEquals("proved outright", law.label());
    assertEquals("ApprovalTest.no_self_approval", law.test());
  }

  @Test
  void a_report_is_read_as_it_was_written() throws IOException {
    var report = report(mine(), true);
    var read = Json.read(new ByteArrayInputStream(Json.bytes(report)), ProofReport.class);
    assertEquals(report, read);
  }

  private Subject mine() {
    return new Subject(
        running.kernel().value(), running.proofs().value(), running.war().value(), null);
  }

  private static ProofReport report(Subject subject, boolean passed) {
    var stage =
        new ProofReport.Stage(
            "kernel-proofs",
            "Contracts",
            "proved",
            true,
            ProofReport.State.PASSED,
            1.5,
            Map.of("contracts", 3L),
            Map.of("prover", "KeY"));
    return new ProofReport(
        "2026-01-01T00:00:00Z",
        passed,
        1.5,
        null,
        subject,
        List.of(),
        List.of(stage),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  private static Fingerprint of(String content) {
    var fingerprint = new Fingerprint();
    try {
      fingerprint.add("file", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return fingerprint;
  }
}
