package dev.countersign.conformance.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.audit.Finding;
import dev.countersign.audit.Rule;
import dev.countersign.conformance.report.ReportPart;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is done to a log passes, and each kind of it is called by its name. */
class TamperedLogsTest {
  private static final int FEWEST = 10_000;
  private static final List<Tampered> TAMPERED =
      Stream.of(Tamperings.all(), Showings.all(), Rotations.broken())
          .flatMap(List::stream)
          .toList();
  private static final List<Lie> LIES =
      Stream.concat(Lies.all().stream(), Lies.others().stream()).toList();

  static List<Lie> lies() {
    return LIES;
  }

  @Test
  void every_flipped_byte_and_every_cut_is_found() {
    var part = ReportPart.begin("audit-tampered-logs");
    var world = new World();
    world.delivered();
    byte[] export = world.log().export();
    assertTrue(Audited.of(export).verified());
    long flips =
        IntStream.range(0, export.length)
            .parallel()
            .filter(i -> passes(flipped(export, i)))
            .count();
    assertEquals(0, flips, "flipped bytes that were not found");
    int[] cuts = IntStream.range(0, export.length).filter(i -> i % 5 == 0).toArray();
    long passed = IntStream.of(cuts).parallel().filter(i -> endsEarly(export, i)).count();
    assertEquals(0, passed, "cut exports that were not found");
    Map<String, Long> kinds = new TreeMap<>();
    TAMPERED.forEach(tampered -> kinds.merge(tampered.what(), 1L, Long::sum));
    long all = (long) export.length + cuts.length + TAMPERED.size() + LIES.size();
    assertTrue(all >= FEWEST, all + " tampered logs");
    part.count("tampered logs found", all)
        .count("flipped bytes", export.length)
        .count("cuts", cuts.length)
        .count("lies told with valid signatures", LIES.size())
        .count("planted weak auditors noticed", weakened().size())
        .fact("kinds", kinds)
        .passed();
  }

  @Test
  void everything_else_that_is_done_to_a_log_is_found_by_its_name() {
    for (Tampered tampered : TAMPERED) {
      var found = broken(tampered);
      assertTrue(found.contains(tampered.expected()), () -> tampered + ": " + found);
    }
  }

  @ParameterizedTest
  @MethodSource("lies")
  void a_lie_that_is_validly_signed_is_found_by_its_name(Lie lie) {
    var found = Audited.of(lie.log().export()).findings();
    var rules = found.stream().map(Finding::rule).toList();
    assertTrue(rules.contains(lie.broken()), () -> lie + ": " + found);
    // Proof that the tree and the signatures are not what gave it away.
    assertTrue(
        rules.stream().noneMatch(rule -> rule.compareTo(Rule.STEP_MISSING) < 0),
        () -> lie + ": " + found);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void the_kernel_asked_again_finds_it_too(Lie lie) {
    var found = Audited.of(lie.log().export()).findings();
    assertTrue(
        found.stream().anyMatch(finding -> finding.rule() == Rule.KERNEL_DISAGREES),
        () -> lie + ": " + found);
    assertTrue(
        found.stream().anyMatch(finding -> finding.law().equals(Optional.of(lie.broken().code()))),
        () -> lie + ": " + found);
  }

  static List<Lie> laws() {
    return Lies.all();
  }

  static List<WeakAuditor> weakened() {
    return WeakAuditor.all();
  }

  @ParameterizedTest
  @MethodSource("weakened")
  void a_weak_auditor_is_noticed(WeakAuditor weak) {
    assertTrue(
        Found.ALL.stream().anyMatch(weak::passes), weak + " passes nothing that it should not");
  }

  /** What the whole auditor finds in each of the logs, looked at once. */
  private static final class Found {
    private static final List<Set<Rule>> ALL =
        Stream.concat(
                TAMPERED.stream().map(TamperedLogsTest::broken),
                LIES.stream().map(lie -> Audited.broken(lie.log().export())))
            .toList();
  }

  private static Set<Rule> broken(Tampered tampered) {
    return Audited.broken(tampered.export(), tampered.held());
  }

  private static byte[] flipped(byte[] export, int at) {
    byte[] flipped = export.clone();
    flipped[at] ^= (byte) (1 << (at % 8));
    return flipped;
  }

  private static boolean passes(byte[] export) {
    return Audited.of(export).verified();
  }

  /** What stands behind the entries may be missing: it may have been erased. */
  private static boolean endsEarly(byte[] export, int at) {
    boolean betweenLines = at > 0 && export[at - 1] == '\n';
    var broken = Audited.broken(Arrays.copyOf(export, at));
    return broken.isEmpty() && !betweenLines;
  }
}
