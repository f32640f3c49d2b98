package dev.countersign.conformance.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.audit.Outcome;
import dev.countersign.conformance.report.ReportPart;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ValidLogsTest {
  private static final int STEPS = 150;

  @Example
  void a_message_that_left_as_it_should_passes() {
    var world = new World();
    world.delivered();
    var outcome = Audited.of(world.log().export());
    assertEquals(List.of(), outcome.findings());
    assertEquals(1, outcome.counts().get("departures"));
    assertEquals(world.sheets.size(), outcome.counts().get("signatures_verified"));
    assertEquals(2, outcome.counts().get("checkpoints_compared"));
  }

  @Example
  void a_device_may_take_over_a_key_that_vouches_for_it() {
    assertEquals(List.of(), Audited.of(Tamperings.withDevice().export()).findings());
  }

  @Example
  void keys_that_vouch_for_one_another_are_followed_whichever_are_given() {
    for (var rotated : Rotations.sound()) {
      var outcome = Audited.of(rotated.log().export(), rotated.held());
      assertEquals(List.of(), outcome.findings(), rotated.what());
    }
  }

  @Example
  void of_an_installation_older_than_its_log_the_rest_is_audited() {
    var outcome = Audited.of(Tamperings.begunLate().export(), Held.KEYS.knowingOfBefore());
    assertEquals(List.of(), outcome.findings());
    // The message, its mailbox, and the keys of a person and an operator, and of who lost one.
    assertEquals(5L, outcome.counts().get("from_before"));
    assertEquals(1L, outcome.counts().get("departures"));
  }

  @Example
  void witnesses_are_counted_as_far_as_they_have_signed() {
    var counted = Showings.cosigned();
    var outcome = Audited.of(counted.log().export(), counted.held());
    assertEquals(List.of(), outcome.findings());
    assertEquals(3L, outcome.counts().get("witnesses"));
    assertEquals(1L, outcome.counts().get("witnesses_of_newest"));
    long all = counted.log().leaves().size();
    assertEquals(List.of(all, all / 2, 0L), List.copyOf(outcome.witnesses().values()));
  }

  @Example
  void every_published_tile_is_compared() {
    var log = Showings.longLog();
    var outcome = Audited.of(log.export(), Held.KEYS.seeing(new Tiles(log.leaves())));
    assertEquals(List.of(), outcome.findings());
    assertEquals(4L, outcome.counts().get("tiles_compared"));
  }

  @Property(tries = 100)
  void whatever_the_kernel_did_passes(@ForAll long seed) {
    var log = RandomPlay.of(seed, 3 * STEPS).log();
    var outcome = Audited.inParallel(log.export(), Held.KEYS.seeing(new Tiles(log.leaves())));
    assertEquals(List.of(), outcome.findings());
  }

  @Example
  void random_play_reaches_far() {
    var part = ReportPart.begin("audit-valid-logs");
    long entries = 0;
    long departures = 0;
    long first = new Random().nextLong();
    for (int i = 0; i < 50; i++) {
      Outcome outcome = Audited.of(RandomPlay.of(first + i, STEPS).log().export());
      assertEquals(List.of(), outcome.findings(), () -> "seed " + first);
      entries += outcome.counts().getOrDefault("entries", 0L);
      departures += outcome.counts().getOrDefault("departures", 0L);
    }
    assertTrue(departures > 50, departures + " departures");
    part.count("valid logs accepted", 50 + 100 + 1)
        .count("entries", entries)
        .count("departures", departures)
        .fact("first seed", first)
        .passed();
  }
}
