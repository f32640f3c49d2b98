package dev.countersign.host.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.DomainOverride;
import dev.countersign.kernel.DomainScore;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Signal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // here this test is the container
class OwnKnowledgeTest {
  /** A database that answers nothing. */
  private static final class Broken extends Transactions {
    @Override
    public <T> T run(Supplier<T> work) {
      throw new IllegalStateException("the database is gone");
    }
  }

  @Test
  void what_the_database_cannot_say_is_unknown_and_nothing_is_trusted() {
    var own = new OwnKnowledge();
    own.transactions = new Broken();
    own.standards = new RiskStandards();
    own.standards.limits = new Limits();
    var found = own.of("t", "victim.example");
    Map<Signal, Level> levels = new EnumMap<>(Signal.class);
    for (Signal each : Signal.values()) {
      levels.put(each, Level.GOOD);
    }
    found.findings().forEach(each -> levels.put(each.signal(), each.level()));
    assertEquals(Level.UNKNOWN, levels.get(Signal.HISTORY));
    assertEquals(Level.UNKNOWN, levels.get(Signal.LOOKALIKE));
    assertEquals(DomainOverride.NONE, found.override());
    assertEquals(new Risk.Unknown(), DomainScore.assess(levels).risk());
  }
}
