package dev.countersign.conformance.kernel;

import static dev.countersign.conformance.kernel.Run.after;
import static dev.countersign.conformance.kernel.Run.before;
import static dev.countersign.conformance.kernel.Run.met;
import static dev.countersign.conformance.kernel.Run.people;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.kernel.Direction;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import dev.countersign.kernel.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.StatisticsReport;

/** Whose word counts, for what, and how often; and what comes after. */
@Domain(Run.Domain.class)
@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
class ApprovalTest {
  private static final Set<Status> TERMINAL =
      EnumSet.of(
          Status.SEND_FAILED, Status.REJECTED, Status.CANCELLED, Status.BLOCKED, Status.EXPIRED);

  @Property(tries = 1000, seed = "11")
  void approval_binds_bytes(@ForAll Run run) {
    run.forEvery(
        event -> event.is(MessageCall.Approve.class),
        event -> assertEquals(event.call(), new MessageCall.Approve(before(event).digest())));
    for (Event event : run.play().log) {
      if (event.is(MessageCall.Edit.class)) {
        assertEquals(List.of(), after(event).approvals());
        assertEquals(Status.PENDING_SCAN, after(event).status());
      } else if (event.before() != null && event.after() != null) {
        assertEquals(before(event).digest(), after(event).digest());
      }
    }
  }

  @Property(tries = 1000, seed = "12")
  void no_self_approval(@ForAll Run run) {
    run.forEvery(
        event ->
            event.call() instanceof MessageCall.Approve
                && event.before() != null
                && before(event).composer().role() == Role.PERSON
                && before(event).composer().id() == event.caller().who().id(),
        event -> {
          assertFalse(event.allowed());
          assertFalse(people(before(event)).contains(before(event).composer().id()));
        });
  }

  @Property(tries = 1000, seed = "13")
  void approval_is_single_use(@ForAll Run run) {
    World world = new World();
    boolean approved = false;
    for (Step step : run.steps()) {
      Event first = world.play(step);
      if (first.is(MessageCall.Approve.class)) {
        Event again = world.play(step);
        assertFalse(again.allowed());
        assertEquals(again.before(), again.after());
        approved = true;
      }
    }
    met(approved);
  }

  @Property(tries = 1000, seed = "14")
  void silence_never_approves(@ForAll Run run) {
    run.forEvery(
        event ->
            event.allowed() && event.before() != null && event.caller().who().role() == Role.CLOCK,
        event -> {
          assertEquals(people(before(event)), people(after(event)));
          assertEquals(before(event).released(), after(event).released());
          assertNotEquals(Status.SENDING, after(event).status());
        });
    for (Event event : run.play().log) {
      if (event.before() != null && people(before(event)).size() < people(after(event)).size()) {
        assertEquals(Role.PERSON, event.caller().who().role());
        assertTrue(event.caller().scopes().oversight());
      }
    }
  }

  @Property(tries = 1000, seed = "15")
  void terminal_is_terminal(@ForAll Run run) {
    run.forEvery(
        event -> event.before() != null && TERMINAL.contains(before(event).status()),
        event -> assertEquals(before(event).status(), after(event).status()));
  }

  @Property(tries = 1000, seed = "16")
  void sent_is_final(@ForAll Run run) {
    run.forEvery(
        event -> event.before() != null && before(event).status() == Status.SENT,
        event ->
            assertTrue(
                after(event).status() == Status.SENT
                    || (after(event).status() == Status.SEND_FAILED
                        && event.is(MessageCall.Report.class))));
  }

  @Property(tries = 1000, seed = "17")
  void unknown_outcome_is_not_retried_blindly(@ForAll Run run) {
    run.forEvery(
        event -> event.before() != null && before(event).status() == Status.INDETERMINATE,
        event ->
            assertTrue(
                after(event).status() == Status.INDETERMINATE
                    || event.is(MessageCall.Settle.class)
                    || event.is(MessageCall.Report.class)));
  }

  @Property(tries = 1000, seed = "18")
  void gated_all_hides_inbound(@ForAll Run run) {
    List<Event> log = run.play().log;
    List<Event> reads =
        log.stream()
            .filter(
                event ->
                    event.call() instanceof MessageCall.Read
                        && event.before() != null
                        && before(event).direction() == Direction.INBOUND
                        && event.caller().who().role() == Role.AGENT
                        && GatedAll.hides(event))
            .toList();
    met(!reads.isEmpty());
    for (Event event : reads) {
      boolean released =
          log.subList(0, log.indexOf(event)).stream()
              .anyMatch(
                  earlier -> earlier.id() == event.id() && earlier.is(MessageCall.Approve.class));
      Message message = before(event);
      assertEquals(released, message.released());
      assertEquals(
          released && event.caller().scopes().equals(new Scopes(true, true, false, false)),
          event.allowed() && event.caller().scopes().equals(new Scopes(true, true, false, false)));
    }
  }
}
