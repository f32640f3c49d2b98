package dev.countersign.conformance.kernel;

import static dev.countersign.conformance.kernel.Run.after;
import static dev.countersign.conformance.kernel.Run.approvers;
import static dev.countersign.conformance.kernel.Run.before;
import static dev.countersign.conformance.kernel.Run.met;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.StatisticsReport;

/** What has to be so before anything leaves. */
@Domain(Run.Domain.class)
@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
class DispatchTest {
  private static final Set<Mode> GATED =
      EnumSet.of(Mode.READ_ONLY, Mode.GATED_ALL, Mode.GATED_SEND);

  private static Mailbox box(Event event) {
    return Objects.requireNonNull(event.box());
  }

  private static boolean gated(Event event) {
    return event.dispatches() && GATED.contains(box(event).mode());
  }

  @Property(tries = 1000, seed = "1")
  void no_delivery_without_approval(@ForAll Run run) {
    List<Event> log = run.play().log;
    List<Event> dispatches = log.stream().filter(DispatchTest::gated).toList();
    met(!dispatches.isEmpty());
    for (Event event : dispatches) {
      Set<Long> people = approvers(log, event, before(event).digest());
      people.remove(before(event).composer().id());
      assertTrue(box(event).policy().requiredApprovals() <= people.size());
    }
  }

  @Property(tries = 1000, seed = "2")
  void gated_now_means_gated(@ForAll Run run) {
    List<Event> log = run.play().log;
    met(log.stream().anyMatch(Event::dispatches));
    for (Event submission : log) {
      if (submission.step().op() == Step.Op.SUBMIT && submission.allowed()) {
        Mailbox then = box(submission);
        for (Event event : log) {
          if (event.dispatches()
              && event.id() == submission.id()
              && (GATED.contains(then.mode()) || GATED.contains(box(event).mode()))) {
            int needed =
                Math.max(
                    then.policy().requiredApprovals(), box(event).policy().requiredApprovals());
            assertTrue(needed <= approvers(log, event, before(event).digest()).size());
          }
        }
      }
    }
  }

  @Property(tries = 1000, seed = "3")
  void read_only_never_sends(@ForAll Run run) {
    run.forEvery(Event::dispatches, event -> assertNotEquals(Mode.READ_ONLY, box(event).mode()));
  }

  @Property(tries = 1000, seed = "4")
  void suspended_never_sends(@ForAll Run run) {
    run.forEvery(
        Event::dispatches,
        event -> assertFalse(event.suspended() || box(event).suspended() || box(event).removed()));
  }

  @Property(tries = 1000, seed = "5")
  void schedule_is_respected(@ForAll Run run) {
    run.forEvery(
        event -> event.dispatches() && 0 < before(event).sendAt(),
        event -> assertTrue(before(event).sendAt() <= event.now()));
  }

  @Property(tries = 1000, seed = "6")
  void monitored_is_copied(@ForAll Run run) {
    run.forEvery(
        event -> event.dispatches() && box(event).mode() == Mode.MONITORED,
        event -> assertTrue(after(event).copied()));
  }

  @Property(tries = 1000, seed = "7")
  void risk_above_threshold_never_leaves(@ForAll Run run) {
    run.forEvery(
        event ->
            event.is(MessageCall.ScanResult.class)
                && box(event).policy().riskChecks()
                && thousandths(after(event).risk()) > box(event).policy().riskThreshold(),
        event -> assertEquals(Status.BLOCKED, after(event).status()));
    run.play().log.stream()
        .filter(event -> event.dispatches() && box(event).policy().riskChecks())
        .forEach(
            event ->
                assertTrue(
                    thousandths(before(event).risk()) <= box(event).policy().riskThreshold()));
  }

  private static int thousandths(Risk risk) {
    return risk instanceof Risk.Known(int known) ? known : 0;
  }

  @Property(tries = 1000, seed = "8")
  void unknown_risk_goes_to_a_person(@ForAll Run run) {
    List<Event> log = run.play().log;
    List<Event> unknown =
        log.stream()
            .filter(event -> event.dispatches() && before(event).risk() instanceof Risk.Unknown)
            .toList();
    met(!unknown.isEmpty());
    for (Event event : unknown) {
      assertFalse(approvers(log, event, before(event).digest()).isEmpty());
    }
  }
}
