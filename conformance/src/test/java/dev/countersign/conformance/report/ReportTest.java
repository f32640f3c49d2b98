package dev.countersign.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.proofs.Claim;
import dev.countersign.host.proofs.ProofReport;
import dev.countersign.host.proofs.ProofReport.Law;
import dev.countersign.host.proofs.ProofReport.Stage;
import dev.countersign.host.proofs.ProofReport.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong in a run is seen in its report. */
class ReportTest {
  private static final String LAW = "no_self_approval";

  private Fixture run;

  @BeforeEach
  void a_run_that_passed(@TempDir Path folder) throws IOException {
    run = new Fixture(folder);
  }

  @Test
  void a_run_that_passed_is_reported_so_with_every_law_in_its_four_places() throws IOException {
    var report = report();
    assertEquals(List.of(), report.failures());
    assertTrue(report.passed());
    assertEquals(Claim.oversight(run.text("conformance/CLAIMS.md")).size(), report.laws().size());
    assertFalse(report.laws().isEmpty());
    for (Law law : report.laws()) {
      for (var place : List.of(law.theorem(), law.contract(), law.test())) {
        assertEquals(State.PASSED, place.state(), place.name());
        assertTrue(place.line() > 0, place.toString());
      }
    }
    assertEquals("1,000 runs, seed 12", law(report).test().saw());
    assertTrue(new Page(report).html().contains("Everything passed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel-proofs",
        "exhaustive-agreement",
        "kernel-mutants",
        "http-sequences-h2",
        "http-sequences-postgresql",
        "http-races-h2",
        "identity-agreement",
        "schedules",
        "dnssec",
        "identity-mutations"
      })
  void a_stage_that_left_nothing_is_missing(String stage) throws IOException {
    run.delete("conformance/target/report-parts/" + stage + ".json");
    assertSeen("stage " + stage + ": missing");
    assertEquals(State.MISSING, stage(report(), stage).state());
  }

  @Test
  void a_stage_that_need_not_run_is_not_missed() throws IOException {
    run.delete("conformance/target/report-parts/step-benchmark.json");
    assertTrue(report().passed());
  }

  @Test
  void a_stage_that_cannot_run_here_says_so_and_is_not_missed() throws IOException {
    run.write(
        "conformance/target/report-parts/dnssec.json",
        "{\"stage\": \"dnssec\", \"skipped\": \"nsd is not here\"}");
    assertTrue(report().passed());
    assertEquals(State.MISSING, stage(report(), "dnssec").state());
    assertEquals("nsd is not here", stage(report(), "dnssec").facts().get("skipped"));
  }

  @Test
  void a_part_cut_off_in_the_middle_is_missing() throws IOException {
    run.write("conformance/target/report-parts/identity-mutations.json", "{\"stage\": \"ident");
    assertSeen("stage identity-mutations: missing");
  }

  @Test
  void without_the_gate_of_the_proofs_no_theorem_counts() throws IOException {
    run.delete("proofs/build/report.json");
    assertSeen("stage lean-gate: missing");
    assertEquals(State.MISSING, law(report()).theorem().state());
  }

  @Test
  void a_gate_that_refused_fails_every_theorem() throws IOException {
    var refused =
        run.text("proofs/build/report.json").replace("\"passed\":true", "\"passed\":false");
    run.write("proofs/build/report.json", refused);
    assertSeen("stage lean-gate: failed");
    assertEquals(State.FAILED, law(report()).theorem().state());
  }

  @Test
  void a_proof_changed_after_it_was_checked_is_seen() throws IOException {
    var file = "proofs/Countersign/Thm/Approvals.lean";
    run.write(file, run.text(file) + "\n");
    assertSeen("the file has changed since it was checked");
    assertSeen("the proofs in the archive are not those that lie beside it");
  }

  @Test
  void a_core_changed_after_it_was_proved_is_seen() throws IOException {
    var file = "kernel/src/main/java/dev/countersign/kernel/core/MessageRequires.java";
    run.write(file, run.text(file) + "\n");
    assertSeen("the sources have changed since they were proved");
  }

  @Test
  void a_failed_property_fails_its_law() throws IOException {
    run.test(claim(), "two approvals of one person");
    assertSeen("law no_self_approval: ApprovalTest.no_self_approval failed");
    assertSeen("two approvals of one person");
    assertEquals(1, report().suites().get(0).failed());
  }

  @Test
  void a_property_that_did_not_run_fails_its_law() throws IOException {
    run.delete("conformance/target/surefire-reports/TEST-no_self_approval.xml");
    assertSeen("law no_self_approval: ApprovalTest.no_self_approval missing");
  }

  @Test
  void results_cut_off_in_the_middle_are_a_failure() throws IOException {
    run.write("kernel/target/surefire-reports/TEST-cut.xml", "<testsuite><testcase name=");
    assertSeen("TEST-cut.xml");
  }

  @Test
  void another_kernel_in_the_archive_is_seen() throws IOException {
    run.war("other bytes");
    assertSeen("the kernel in the archive is not the one that the tests ran on");
  }

  @Test
  void a_server_that_was_not_built_is_seen() throws IOException {
    run.delete("host-war/target/countersign.war");
    assertSeen("the server was not built");
  }

  @Test
  void a_run_that_ended_badly_does_not_pass_whatever_it_left() throws IOException {
    var report = Report.of(run.root(), 1, 1, null, Map.of());
    assertFalse(report.passed());
    assertTrue(new Page(report).html().contains("the run ended with status 1"));
  }

  @Test
  void words_from_elsewhere_are_not_markup() throws IOException {
    run.test(claim(), "&lt;script&gt;alert(1)&lt;/script&gt;");
    var page = new Page(report()).html();
    assertFalse(page.contains("<script"));
    assertTrue(page.contains("&lt;script&gt;"));
  }

  @Test
  void the_page_asks_nothing_of_anybody_else() throws IOException {
    var page = new Page(report()).html();
    for (var resource : List.of("http:", "https:", "src=", "<link", "url(", "@import")) {
      assertFalse(page.contains(resource), resource);
    }
  }

  private void assertSeen(String words) throws IOException {
    var report = report();
    assertFalse(report.passed());
    assertTrue(
        report.failures().stream().anyMatch(failure -> failure.contains(words)),
        () -> words + " in " + report.failures());
    assertTrue(new Page(report).html().contains("Not passed"));
  }

  private ProofReport report() throws IOException {
    return Report.of(run.root(), 1, 0, null, Map.of("Java", "21"));
  }

  private Claim claim() throws IOException {
    return Claim.oversight(run.text("conformance/CLAIMS.md")).stream()
        .filter(claim -> claim.law().equals(LAW))
        .findFirst()
        .orElseThrow();
  }

  private static Law law(ProofReport report) {
    return report.laws().stream().filter(l -> l.law().equals(LAW)).findFirst().orElseThrow();
  }

  private static Stage stage(ProofReport report, String name) {
    return report.stages().stream().filter(s -> s.stage().equals(name)).findFirst().orElseThrow();
  }
}
