package dev.countersign.conformance.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.simulation.Schedule.Played;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The law of many nodes, on the server's own desks, outbox and dispatch. {@code
 * -Dcountersign.schedule.seed=…} plays one schedule and shows it; {@code -Dcountersign.schedules=…}
 * says how many are played.
 */
class SchedulesTest {
  private static final long FIRST_SEED = 1;
  private static final int LANES = 2;
  private static final int SCHEDULES = Integer.getInteger("countersign.schedules", 100_000);
  private static final int PLANTED = 20_000;
  private static final int SHOWN = 400;

  @Test
  void interleaving_is_safe() throws Exception {
    var seed = Long.getLong("countersign.schedule.seed");
    if (seed != null) {
      System.out.println(String.join("\n", show(Faults.NONE, seed)));
      play(new Schedule(Faults.NONE), seed);
      return;
    }
    var part = ReportPart.begin("schedules");
    List<Callable<Played>> lanes =
        IntStream.range(0, LANES).<Callable<Played>>mapToObj(lane -> () -> lane(lane)).toList();
    var all = new Played(0, 0, 0, 0);
    try (var threads = Executors.newFixedThreadPool(LANES)) {
      for (var lane : threads.invokeAll(lanes)) {
        all = all.and(lane.get());
      }
    }
    assertTrue(all.transmissions() > SCHEDULES / 4, "hardly anything was sent: " + all);
    assertTrue(all.crashes() > SCHEDULES / 4, "hardly anything crashed: " + all);
    assertTrue(all.conflicts() > SCHEDULES / 100, "hardly anybody was overtaken: " + all);
    part.count("schedules", SCHEDULES)
        .count("crashes", all.crashes())
        .count("transmissions", all.transmissions())
        .count("overtaken transactions", all.conflicts())
        .count("commits, transmissions and answers", all.calls())
        .fact("first seed", FIRST_SEED)
        .passed();
  }

  private static Played lane(int lane) {
    var schedule = new Schedule(Faults.NONE);
    var all = new Played(0, 0, 0, 0);
    for (int i = lane; i < SCHEDULES; i += LANES) {
      all = all.and(play(schedule, FIRST_SEED + i));
    }
    return all;
  }

  private static Played play(Schedule schedule, long seed) {
    try {
      return schedule.play(seed, null);
    } catch (Throwable e) {
      var script = String.join("\n", show(Faults.NONE, seed));
      throw new AssertionError(
          script
              + "\n-Dcountersign.schedule.seed="
              + seed
              + " plays this schedule again: "
              + e.getMessage(),
          e);
    }
  }

  /** The schedule of this seed, action by action. */
  private static List<String> show(Faults faults, long seed) {
    List<String> script = new ArrayList<>();
    try {
      new Schedule(faults).play(seed, script);
    } catch (Throwable e) {
      script.add("→ " + e);
    }
    return script.subList(Math.max(0, script.size() - SHOWN), script.size());
  }

  @Test
  void a_schedule_is_told_by_its_seed() {
    for (long seed = 1; seed <= 50; seed++) {
      assertEquals(show(Faults.NONE, seed), show(Faults.NONE, seed));
    }
  }

  @Test
  void a_store_that_ignores_versions_is_caught() {
    assertCaught(new Faults(true, false, false, false), "one call at a time");
  }

  @Test
  void settings_that_change_under_a_call_are_caught() {
    assertCaught(new Faults(false, true, false, false), "one call at a time");
  }

  @Test
  void a_transmission_before_its_record_is_caught() {
    assertCaught(new Faults(false, false, true, false), "without a leave of its own");
  }

  @Test
  void a_dispatch_without_the_kernel_is_caught() {
    assertCaught(new Faults(false, false, false, true), "sent with the approval of");
  }

  private static void assertCaught(Faults planted, String how) {
    var schedule = new Schedule(planted);
    List<String> others = new ArrayList<>();
    for (long seed = 1; seed <= PLANTED; seed++) {
      try {
        schedule.play(seed, null);
      } catch (AssertionError e) {
        if (String.valueOf(e.getMessage()).contains(how)) {
          System.out.println(
              "planted " + planted + " caught by seed " + seed + ": " + e.getMessage());
          return;
        }
        others.add(e.getMessage());
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    fail("a planted fault went unseen: " + planted + " " + others.stream().limit(3).toList());
  }
}
