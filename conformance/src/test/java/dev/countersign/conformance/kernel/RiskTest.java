package dev.countersign.conformance.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.kernel.DomainOverride;
import dev.countersign.kernel.DomainScore;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.RiskBand;
import dev.countersign.kernel.Signal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** The risk of domains and of messages, tried through the kernel's typed edge. */
class RiskTest {
  @Property(tries = 2000)
  void risk_is_bounded(@ForAll("findings") Map<Signal, Level> findings) {
    switch (DomainScore.assess(findings).risk()) {
      case Risk.Known(int score) -> assertTrue(0 <= score && score <= 1000);
      case Risk.Unknown() -> assertTrue(essentialUnknown(findings));
      case Risk.Unchecked() -> throw new AssertionError("a domain that was looked at");
    }
  }

  @Property(tries = 5000)
  void risk_is_monotone(
      @ForAll("findings") Map<Signal, Level> findings,
      @ForAll Signal signal,
      @ForAll("established") Level worse) {
    Level level = findings.getOrDefault(signal, Level.UNKNOWN);
    if (level == Level.UNKNOWN || worse.compareTo(level) < 0) {
      return;
    }
    Map<Signal, Level> others = new EnumMap<>(findings);
    others.put(signal, worse);
    if (DomainScore.assess(findings).risk() instanceof Risk.Known(int score)
        && DomainScore.assess(others).risk() instanceof Risk.Known(int higher)) {
      assertTrue(score <= higher);
    } else {
      assertTrue(essentialUnknown(findings));
    }
  }

  @Property(tries = 2000)
  void unknown_signal_makes_risk_unknown(@ForAll("findings") Map<Signal, Level> findings) {
    assertEquals(
        essentialUnknown(findings), DomainScore.assess(findings).risk() instanceof Risk.Unknown);
  }

  @Property(tries = 5000)
  void worst_recipient_counts(
      @ForAll @IntRange(max = 1000) int threshold, @ForAll("risks") List<Risk> risks) {
    Risk worst = DomainScore.worst(threshold, risks);
    assertTrue(risks.contains(worst) || worst.equals(new Risk.Known(0)));
    for (Risk risk : risks) {
      assertTrue(badness(threshold, risk) <= badness(threshold, worst), () -> risk + " " + worst);
    }
  }

  @Property
  void an_operators_word_counts_before_the_score(
      @ForAll("risk") Risk risk, @ForAll @IntRange(max = 1000) int flagFrom) {
    assertEquals(risk, DomainScore.overridden(risk, DomainOverride.NONE, flagFrom));
    assertEquals(new Risk.Known(0), DomainScore.overridden(risk, DomainOverride.TRUSTED, flagFrom));
    assertEquals(
        new Risk.Known(1000), DomainScore.overridden(risk, DomainOverride.BLOCKED, flagFrom));
    Risk flagged = DomainScore.overridden(risk, DomainOverride.FLAGGED, flagFrom);
    assertEquals(risk instanceof Risk.Unknown, flagged instanceof Risk.Unknown);
    assertTrue(DomainScore.band(flagged, flagFrom, 1000) != RiskBand.GREEN);
  }

  @Property
  void the_reasons_are_the_whole_score(@ForAll("findings") Map<Signal, Level> findings) {
    var assessment = DomainScore.assess(findings);
    int sum = assessment.reasons().stream().mapToInt(reason -> reason.thousandths()).sum();
    if (assessment.risk() instanceof Risk.Known(int score)) {
      assertEquals(Math.min(1000, sum), score);
    } else {
      assertEquals(Level.UNKNOWN, assessment.reasons().getFirst().level());
    }
  }

  private static boolean essentialUnknown(Map<Signal, Level> findings) {
    for (Signal signal : Signal.values()) {
      if (signal.essential() && findings.getOrDefault(signal, Level.UNKNOWN) == Level.UNKNOWN) {
        return true;
      }
    }
    return false;
  }

  private static int badness(int threshold, Risk risk) {
    return switch (risk) {
      case Risk.Known(int score) -> threshold < score ? score + 2 : score;
      case Risk.Unknown() -> threshold + 1;
      case Risk.Unchecked() -> 0;
    };
  }

  /** Mostly established levels, or nearly all risks would be unknown. */
  @Provide
  Arbitrary<Map<Signal, Level>> findings() {
    Arbitrary<Level> level =
        Arbitraries.frequencyOf(
            Tuple.of(30, established()), Tuple.of(1, Arbitraries.just(Level.UNKNOWN)));
    return level.list().ofSize(Signal.values().length).map(RiskTest::inOrder).withoutEdgeCases();
  }

  private static Map<Signal, Level> inOrder(List<Level> levels) {
    Map<Signal, Level> findings = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      findings.put(signal, levels.get(findings.size()));
    }
    return findings;
  }

  @Provide
  Arbitrary<Level> established() {
    return Arbitraries.of(Level.OFF, Level.GOOD, Level.FIRST, Level.SECOND, Level.THIRD);
  }

  @Provide
  Arbitrary<List<Risk>> risks() {
    return risk().list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<Risk> risk() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            5, Arbitraries.integers().between(0, 1000).map(score -> (Risk) new Risk.Known(score))),
        Tuple.of(1, Arbitraries.just((Risk) new Risk.Unknown())));
  }
}
