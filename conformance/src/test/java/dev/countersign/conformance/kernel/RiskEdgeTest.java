package dev.countersign.conformance.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.kernel.Assessment;
import dev.countersign.kernel.DomainOverride;
import dev.countersign.kernel.DomainScore;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.RiskBand;
import dev.countersign.kernel.Signal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The risk of domains and of messages, at its bounds; {@link RiskTest} tries the space between. */
public class RiskEdgeTest {
  private static final Risk UNKNOWN = new Risk.Unknown();
  private static final Risk UNCHECKED = new Risk.Unchecked();

  private static Risk known(int thousandths) {
    return new Risk.Known(thousandths);
  }

  private static Map<Signal, Level> allGoodBut(Map<Signal, Level> others) {
    Map<Signal, Level> findings = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      findings.put(signal, others.getOrDefault(signal, Level.GOOD));
    }
    return findings;
  }

  private static Assessment.Reason reason(Signal signal, Level level, int thousandths) {
    return new Assessment.Reason(signal, level, thousandths);
  }

  @Test
  void what_is_good_or_switched_off_weighs_nothing() {
    assertEquals(new Assessment(known(0), List.of()), DomainScore.assess(allGoodBut(Map.of())));
    assertEquals(
        new Assessment(known(0), List.of()),
        DomainScore.assess(allGoodBut(Map.of(Signal.BLOCKLIST, Level.OFF))));
  }

  @Test
  void the_heaviest_reason_comes_first() {
    assertEquals(
        new Assessment(
            known(220),
            List.of(
                reason(Signal.DMARC, Level.THIRD, 120),
                reason(Signal.REGISTRATION, Level.UNKNOWN, 60),
                reason(Signal.SPF, Level.UNKNOWN, 40))),
        DomainScore.assess(
            allGoodBut(
                Map.of(
                    Signal.SPF, Level.UNKNOWN,
                    Signal.DMARC, Level.THIRD,
                    Signal.REGISTRATION, Level.UNKNOWN))));
  }

  @Test
  void what_hides_the_risk_comes_before_what_weighs() {
    assertEquals(
        new Assessment(
            UNKNOWN,
            List.of(
                reason(Signal.MAIL_EXCHANGE, Level.UNKNOWN, 0),
                reason(Signal.LOOKALIKE, Level.UNKNOWN, 0),
                reason(Signal.BLOCKLIST, Level.FIRST, 720),
                reason(Signal.SPF, Level.UNKNOWN, 40))),
        DomainScore.assess(
            allGoodBut(
                Map.of(
                    Signal.MAIL_EXCHANGE, Level.UNKNOWN,
                    Signal.SPF, Level.UNKNOWN,
                    Signal.BLOCKLIST, Level.FIRST,
                    Signal.LOOKALIKE, Level.UNKNOWN))));
  }

  @Test
  void a_risk_that_is_unknown_stays_so_whatever_else_is_found() {
    assertEquals(
        UNKNOWN,
        DomainScore.assess(
                allGoodBut(
                    Map.of(Signal.MAIL_EXCHANGE, Level.UNKNOWN, Signal.THREAT_LIST, Level.FIRST)))
            .risk());
  }

  @Test
  void a_score_ends_at_a_thousand() {
    assertEquals(
        known(1000),
        DomainScore.assess(
                allGoodBut(
                    Map.of(Signal.MAIL_EXCHANGE, Level.FIRST, Signal.THREAT_LIST, Level.FIRST)))
            .risk());
    assertEquals(
        known(950),
        DomainScore.assess(
                allGoodBut(
                    Map.of(
                        Signal.MAIL_EXCHANGE,
                        Level.SECOND,
                        Signal.LOOKALIKE,
                        Level.FIRST,
                        Signal.NAME_SERVERS,
                        Level.SECOND,
                        Signal.SPF,
                        Level.FIRST,
                        Signal.DNSSEC,
                        Level.FIRST)))
            .risk());
  }

  private static Risk worst(Risk... risks) {
    return DomainScore.worst(500, List.of(risks));
  }

  @Test
  void above_the_threshold_is_worse_than_unknown_and_that_than_any_other() {
    assertEquals(UNKNOWN, worst(known(500), UNKNOWN));
    assertEquals(UNKNOWN, worst(UNKNOWN, known(500)));
    assertEquals(known(501), worst(known(501), UNKNOWN));
    assertEquals(known(501), worst(UNKNOWN, known(501)));
    assertEquals(known(700), worst(known(600), known(700)));
    assertEquals(known(700), worst(known(700), known(600)));
    assertEquals(known(20), worst(known(10), known(20)));
    assertEquals(known(20), worst(known(20), known(10)));
    assertEquals(UNKNOWN, worst(UNKNOWN, UNKNOWN));
  }

  @Test
  void an_operators_word_stands_for_the_score_or_below_it() {
    assertEquals(known(100), DomainScore.overridden(known(100), DomainOverride.NONE, 300));
    assertEquals(known(0), DomainScore.overridden(known(900), DomainOverride.TRUSTED, 300));
    assertEquals(known(1000), DomainScore.overridden(known(100), DomainOverride.BLOCKED, 300));
    assertEquals(known(300), DomainScore.overridden(known(100), DomainOverride.FLAGGED, 300));
    assertEquals(known(400), DomainScore.overridden(known(400), DomainOverride.FLAGGED, 300));
    assertEquals(UNKNOWN, DomainScore.overridden(UNKNOWN, DomainOverride.FLAGGED, 300));
  }

  @Test
  void a_band_ends_where_the_next_begins() {
    assertEquals(RiskBand.GREEN, DomainScore.band(known(299), 300, 500));
    assertEquals(RiskBand.FLAG, DomainScore.band(known(300), 300, 500));
    assertEquals(RiskBand.FLAG, DomainScore.band(known(500), 300, 500));
    assertEquals(RiskBand.BLOCK, DomainScore.band(known(501), 300, 500));
    assertEquals(RiskBand.UNKNOWN, DomainScore.band(UNKNOWN, 300, 500));
  }

  @Test
  void what_was_not_looked_at_has_no_score() {
    assertThrows(IllegalArgumentException.class, () -> worst());
    assertThrows(IllegalArgumentException.class, () -> worst(UNCHECKED));
    assertThrows(IllegalArgumentException.class, () -> DomainScore.band(UNCHECKED, 300, 500));
    assertThrows(
        IllegalArgumentException.class,
        () -> DomainScore.overridden(UNCHECKED, DomainOverride.NONE, 300));
  }

  @Test
  void every_level_of_a_signal_has_a_word() {
    assertEquals(
        List.of("unknown", "off", "both", "one", "neither", "neither"),
        Arrays.stream(Level.values()).map(Signal.TRANSPORT_SECURITY::word).toList());
    assertEquals("transport_security", Signal.TRANSPORT_SECURITY.wire());
    assertEquals("flag", RiskBand.FLAG.wire());
    for (DomainOverride word : DomainOverride.values()) {
      assertEquals(Optional.of(word), DomainOverride.ofWire(word.wire()));
    }
    assertEquals("blocked", DomainOverride.BLOCKED.wire());
  }

  @Test
  void essential_is_what_leaves_the_risk_unknown() {
    for (Signal signal : Signal.values()) {
      Risk risk = DomainScore.assess(allGoodBut(Map.of(signal, Level.UNKNOWN))).risk();
      assertEquals(signal.essential() ? UNKNOWN : known(signal.weight(Level.UNKNOWN)), risk);
    }
    assertEquals(UNKNOWN, DomainScore.assess(Map.of()).risk());
  }
}
