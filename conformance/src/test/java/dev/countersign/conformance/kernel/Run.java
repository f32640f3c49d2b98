package dev.countersign.conformance.kernel;

import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.statistics.Statistics;

/** A random sequence of calls. */
record Run(List<Step> steps) {
  /** Where the properties take their runs from. */
  static final class Domain extends DomainContextBase {
    @Provide
    Arbitrary<Run> runs() {
      return Arbitraries.randomValue(Step::random).list().ofSize(300).map(Run::new);
    }
  }

  World play() {
    World world = new World();
    steps.forEach(world::play);
    return world;
  }

  /** Checks every event that the law speaks of; over all runs there must be some. */
  void forEvery(Predicate<Event> concerned, Consumer<Event> law) {
    List<Event> events = play().log.stream().filter(concerned).toList();
    met(!events.isEmpty());
    events.forEach(law);
  }

  /** A law that no run puts to the test has not been tested. */
  static void met(boolean concerned) {
    Statistics.label("concerned").collect(concerned);
    Statistics.label("concerned").coverage(share -> share.check(true).count(runs -> runs > 20));
  }

  /** Who has approved these bytes of this message so far, by the log and not by the message. */
  static Set<Long> approvers(List<Event> log, Event until, Digest digest) {
    Set<Long> people = new TreeSet<>();
    for (Event event : log.subList(0, log.indexOf(until))) {
      if (event.id() == until.id()
          && event.is(MessageCall.Approve.class)
          && new MessageCall.Approve(digest).equals(event.call())) {
        people.add(event.caller().who().id());
      }
    }
    return people;
  }

  static Message before(Event event) {
    return Objects.requireNonNull(event.before());
  }

  static Message after(Event event) {
    return Objects.requireNonNull(event.after());
  }

  static List<Long> people(Message message) {
    return message.approvals().stream().map(Approval::person).toList();
  }
}
