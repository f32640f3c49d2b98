package dev.countersign.conformance.kernel;

import static dev.countersign.conformance.kernel.Run.met;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.kernel.Code;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.StatisticsReport;

/** Who may hand out what; and what one tenant's calls say about another's. */
@Domain(Run.Domain.class)
@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
class AuthorityTest {
  private static final Set<Step.Op> IN_AN_OPERATORS_PLACE =
      EnumSet.of(
          Step.Op.APPLY_UPGRADE,
          Step.Op.CREATE_KEY,
          Step.Op.PATCH_KEY,
          Step.Op.REVOKE_KEY,
          Step.Op.OPERATE,
          Step.Op.CONFIRM);

  /** Everything that the agent does, even with codes that an operator handed over. */
  @Property(tries = 1000, seed = "21")
  void no_escalation_to_self_approval(@ForAll Run run) {
    World world = new World();
    Principal agent = World.AGENTS.get(1);
    int made = 0;
    for (Step step : run.steps()) {
      TreeMap<Long, Key> before = new TreeMap<>(world.keys);
      Event event = world.play(step);
      if (!event.caller().who().equals(agent)) {
        world.keys.clear();
        world.keys.putAll(before);
        world.people.clear();
      } else if (!world.keys.equals(before)) {
        made++;
      }
    }
    met(made > 0);
    List<Key> controlled =
        world.keys.values().stream()
            .filter(key -> key.holder().equals(agent) || key.maker().equals(agent))
            .toList();
    assertTrue(controlled.stream().anyMatch(key -> key.scopes().send()));
    assertFalse(controlled.stream().anyMatch(key -> key.live() && key.scopes().oversight()));
    assertEquals(new TreeMap<>(), world.people);
  }

  @Property(tries = 1000, seed = "22")
  void autonomy_never_rises_without_operator(@ForAll Run run) {
    run.forEvery(
        event ->
            event.boxAfter() != null
                && Objects.requireNonNull(event.box()).mode().compareTo(event.boxAfter().mode())
                    < 0,
        event ->
            assertTrue(
                (event.caller().who().role() == Role.OPERATOR && event.caller().scopes().admin())
                    || matches(event)));
  }

  private static boolean matches(Event event) {
    return event.by() instanceof Presented.WithCode(Code code, var secret)
        && secret.equals(code.secret())
        && !code.used()
        && event.now() < code.expires()
        && code.purpose()
            .equals(
                new Purpose.Upgrade(event.id(), Objects.requireNonNull(event.boxAfter()).mode()));
  }

  @Property(tries = 1000, seed = "25")
  void code_stands_for_one_act_once(@ForAll Run run) {
    World world = run.play();
    Set<Integer> spent = new TreeSet<>();
    for (Event event : world.log) {
      Step step = event.step();
      boolean operator =
          event.caller().who().role() == Role.OPERATOR && event.caller().scopes().admin();
      if (event.allowed() && IN_AN_OPERATORS_PLACE.contains(step.op())) {
        assertTrue(step.op() != Step.Op.CONFIRM || operator);
        if (!operator || step.op() == Step.Op.CONFIRM) {
          assertTrue(stands(event));
        }
        assertTrue(operator || !spent.contains(step.pick()));
        if (event.by() instanceof Presented.WithCode) {
          spent.add(step.pick());
        }
      }
    }
    met(!spent.isEmpty());
  }

  private static boolean stands(Event event) {
    return event.by() instanceof Presented.WithCode(Code code, var secret)
        && secret.equals(code.secret())
        && !code.used()
        && event.now() < code.expires()
        && switch (event.step().op()) {
          case APPLY_UPGRADE -> code.purpose() instanceof Purpose.Upgrade;
          case CREATE_KEY -> code.purpose() instanceof Purpose.CreateKey;
          case PATCH_KEY -> code.purpose() instanceof Purpose.PatchKey;
          case REVOKE_KEY -> code.purpose() instanceof Purpose.RevokeKey;
          default ->
              code.purpose().equals(new Purpose.Operate(World.act(event.step(), event.by())));
        };
  }

  /** Tenants share no state in the kernel: each ends as if it had been alone. */
  @Property(tries = 200, seed = "23")
  void tenant_isolation(@ForAll Run one, @ForAll Run other) {
    World left = new World();
    World right = new World();
    for (int i = 0; i < one.steps().size(); i++) {
      left.play(one.steps().get(i));
      right.play(other.steps().get(i));
    }
    met(!left.messages.equals(right.messages));
    assertEquals(decisions(one.play()), decisions(left));
    assertEquals(decisions(other.play()), decisions(right));
    assertEquals(one.play().messages, left.messages);
    assertEquals(other.play().messages, right.messages);
  }

  /** Every call ends in one decision, and the calls in their order are all there is to know. */
  @Property(tries = 200, seed = "24")
  void every_step_is_logged(@ForAll Run run) {
    World world = run.play();
    assertEquals(run.steps(), world.log.stream().map(Event::step).toList());
    World replayed = new World();
    world.log.forEach(event -> replayed.play(event.step()));
    assertEquals(world.messages, replayed.messages);
    assertEquals(world.boxes, replayed.boxes);
    assertEquals(world.keys, replayed.keys);
    met(world.log.stream().anyMatch(event -> !event.allowed()));
    for (Event event : world.log) {
      assertNotNull(event.caller().who());
      if (!event.allowed()) {
        assertEquals(event.before(), event.after());
        assertEquals(event.box(), event.boxAfter());
      }
    }
  }

  private static List<? extends Decision<?>> decisions(World world) {
    return world.log.stream().map(Event::decision).toList();
  }
}
