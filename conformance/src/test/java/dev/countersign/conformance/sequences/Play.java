package dev.countersign.conformance.sequences;

import dev.countersign.conformance.running.ServedWar;
import dev.countersign.conformance.running.Waiting;
import dev.countersign.kernel.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of calls, one after another, on a tenant of its own. After each, and after all the
 * work that the server then does by itself, the answer, what is stored, what is recorded and what
 * the mail server got has to be what the kernel says.
 */
final class Play implements AutoCloseable {
  // A call that begins this close to a moment of the clock could fall on either side of it.
  private static final long CLOSE_MS = 800;
  private static final long SOON_MS = 5000;

  private final Course course;
  private final Wire wire;
  private @Nullable Ask before;
  private int calls;

  Play(ServedWar server) {
    this(server, ServedWar.CONTENT_WINDOW_MS);
  }

  /** With an oracle that takes the same content again for the same message for so long. */
  Play(ServedWar server, long window) {
    course = new Course(server, window);
    wire = course.wire();
  }

  /** Two mailboxes whose recipients are not judged: one gated, one monitored. */
  void begin() {
    for (int i = 0; i < 2; i++) {
      var address = "first" + i + "." + world().cast.tenant().substring(4) + "@agents.example";
      ask(new NewMailbox(Cast.OPERATOR, address.toLowerCase(Locale.ROOT), Mode.GATED_SEND));
      var rules = new Change.Rules(1, false, true, 604_800);
      Optional<Mode> mode = i == 0 ? Optional.empty() : Optional.of(Mode.MONITORED);
      ask(new Change(Cast.OPERATOR, world().places.get(i).id(), mode, Optional.of(rules)));
    }
  }

  void play(List<Step> steps) {
    begin();
    for (var step : steps) {
      long now = System.currentTimeMillis();
      var ask = new Casting(world(), step, calls).ask(now, before);
      if (ask == null) {
        passTime(SOON_MS);
      } else {
        ask(ask);
      }
    }
    passTime(CLOSE_MS);
  }

  void ask(Ask ask) {
    passTime(CLOSE_MS);
    long begun = System.currentTimeMillis();
    var answer = wire.put(ask, world());
    calls++;
    course.note(calls + ". " + ask + "\n   -> " + answer.status() + " " + answer.text("code"));
    var made = wire.made(ask, answer);
    List<Expectation> possible = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (var start : starts(begun, System.currentTimeMillis())) {
      var outcome = Hearing.of(start.world(), ask, start.at(), made);
      var wrong = outcome.differences(answer);
      problems.addAll(wrong);
      if (wrong.isEmpty()) {
        possible.add(new Expectation(start.world(), start.jobs(), outcome));
      }
    }
    if (possible.isEmpty()) {
      throw course.failure(problems);
    }
    course.await(possible, begun, answer);
    before = ask;
  }

  /** What a call may have met, and when. */
  private record Start(World world, List<Line> jobs, long at) {}

  /** The world as it is; and, if a moment passed during the call, on either side of that. */
  private List<Start> starts(long begun, long ended) {
    List<Start> starts = new ArrayList<>();
    starts.add(new Start(world().copy(), List.of(), begun));
    var moment = world().nextMoment(begun);
    if (world().repetitions.anyEnds(begun, ended)) {
      starts.add(new Start(world().copy(), List.of(), ended));
    }
    if (moment.isPresent() && moment.getAsLong() <= ended) {
      starts.add(new Start(world().copy(), List.of(), ended));
      var later = world().copy();
      starts.add(new Start(later, Jobs.settle(later, ended), ended));
    }
    return starts;
  }

  /** Lets the clock speak if it is about to within so many milliseconds. */
  private void passTime(long within) {
    long now = System.currentTimeMillis();
    var moment = world().nextMoment(now);
    if (moment.isPresent() && moment.getAsLong() - now <= within) {
      Waiting.pause(Duration.ofMillis(moment.getAsLong() - now + 1));
    }
    course.await(List.of(new Expectation(world().copy(), List.of(), null)), now, null);
  }

  /** Makes calls at once, and looks for an order that explains what came of them. */
  int race(List<Ask> asks) {
    passTime(CLOSE_MS);
    long begun = System.currentTimeMillis();
    var shots = new Volley(wire, world()).fire(asks);
    calls += shots.size();
    var seen = course.quiet();
    long now = System.currentTimeMillis();
    var orders = new Orders(shots, seen, now, now - begun);
    course.note("at once: " + shots.stream().map(Shot::toString).toList());
    var end =
        orders.search(world()).orElseThrow(() -> course.failure(unexplained(shots, seen, orders)));
    course.accept(new Expectation(end, List.of(), null), seen, null);
    return orders.looked();
  }

  private static List<String> unexplained(List<Shot> shots, Seen seen, Orders orders) {
    List<String> problems = new ArrayList<>();
    problems.add("no order of these calls explains what came of them:");
    shots.forEach(shot -> problems.add("  " + shot));
    seen.entries().forEach(entry -> problems.add("  ledger: " + entry));
    problems.addAll(orders.nearest());
    return problems;
  }

  int calls() {
    return calls;
  }

  /** Messages handed to the mail server, each counted once. */
  int mails() {
    return world().left.size();
  }

  World world() {
    return course.world();
  }

  @Override
  public void close() {
    course.close();
  }
}
