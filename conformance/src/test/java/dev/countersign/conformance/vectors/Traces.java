package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Role;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * All tenants that some sequence of the calls reaches, in the order of a breadth-first search, and
 * where every call leads from each. So the first difference is met by a shortest trace.
 */
final class Traces {
  private record Call(String text, Principal who, long key, Act act) {
    static Call read(String text) {
      String[] words = text.split(" ", 3);
      return new Call(
          text, RowText.principal(words[0]), Long.parseLong(words[1]), ActText.read(words[2]));
    }

    Decision<Rows> on(Rows rows) {
      return KernelFailed.ifItThrows(
          () -> act.on(rows, new Presenter(who, rows.keys().get(key)).caller()));
    }

    String words() {
      String[] rest = text.split(" ", 3);
      return who.role() + " " + who.id() + " with key " + key + ": " + rest[2];
    }
  }

  /** How a state was first met: from which other, by which call. */
  private record Origin(int state, String call, int depth) {}

  private static final Origin START = new Origin(-1, "", 0);

  private final Tally tally;
  private final List<String> prologue = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Rows> states = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();
  private int depth;
  private int visited;
  private boolean ended;

  Traces(Tally tally) {
    this.tally = tally;
  }

  void depth(int most) {
    depth = most;
  }

  /** The first is a new tenant; each before the calls are told replaces the one before it. */
  void state(String text) {
    Rows rows = RowText.rows(text);
    if (visited == 0 && !states.isEmpty() && calls.isEmpty()) {
      check(prologue.get(prologue.size() - 1), rows);
      states.set(0, rows);
    } else if (states.isEmpty()) {
      states.add(rows);
      origins.add(START);
      if (!rows.equals(founding())) {
        report(Difference.of("nothing", "the founding of a tenant", allowed(rows), founded()));
      }
    } else {
      expectNew(rows);
    }
  }

  private static Rows founding() {
    Key key = Key.founding(new Principal(Role.OPERATOR, 1));
    return new Rows(0, false, Map.of(), Map.of(), Map.of(), Map.of(0L, key), Map.of(), Map.of());
  }

  private static Decision<Rows> founded() {
    return allowed(founding());
  }

  private static Decision<Rows> allowed(Rows rows) {
    return new Decision.Allowed<>(rows);
  }

  void prologue(String text) {
    prologue.add(text);
  }

  private void check(String text, Rows expected) {
    Call call = Call.read(text);
    Decision<Rows> actual = call.on(states.get(0));
    prologue.set(prologue.size() - 1, call.words());
    tally.steps++;
    if (!allowed(expected).equals(actual)) {
      report(
          Difference.of(states.get(0).toString(), call.words(), allowed(expected), actual)
              .after(prologue));
    }
  }

  void call(String text) {
    calls.add(Call.read(text));
  }

  private record Pending(int number, Rows actual, Call call) {}

  private final List<Pending> pending = new ArrayList<>();

  /** Where every call leads from the next state; new states follow, each on its own line. */
  void line(String line) {
    if (!pending.isEmpty()) {
      throw new IllegalArgumentException("a state that was reached is missing");
    }
    Rows from = states.get(visited);
    if (tally.hasShorterTraceThan(prologue.size() + origins.get(visited).depth + 1)) {
      ended = true;
      return;
    }
    Tokens tokens = new Tokens(line, 0);
    for (Call call : calls) {
      if (ended) {
        return;
      }
      Decision<Integer> token = tokens.next(Integer::valueOf);
      tally.steps++;
      tally.traceSteps++;
      try {
        compare(call, token, call.on(from));
      } catch (KernelFailed failed) {
        report(failed.difference(from, call.words()).after(path(visited, call)));
      }
    }
    tokens.finish();
    visited++;
    tally.traceStates++;
  }

  private void compare(Call call, Decision<Integer> token, Decision<Rows> actual) {
    switch (token) {
      case Decision.Refused<Integer>(Refusal why) ->
          differ(visited, call, new Decision.Refused<>(why), actual);
      case Decision.Allowed<Integer>(Integer number) -> {
        if (number < states.size()) {
          differ(visited, call, allowed(states.get(number)), actual);
        } else if (actual instanceof Decision.Allowed<Rows>(Rows next)) {
          pending.add(new Pending(number, next, call));
        } else {
          differ(visited, call, allowed(states.get(visited)), actual);
        }
      }
    }
  }

  private void differ(int from, Call call, Decision<Rows> expected, Decision<Rows> actual) {
    if (!expected.equals(actual)) {
      String state = states.get(from).toString();
      report(Difference.of(state, call.words(), expected, actual).after(path(from, call)));
    }
  }

  /** What a call of the line before led to; it may be met twice on that line. */
  private void expectNew(Rows rows) {
    int number = states.size();
    int from = visited - 1;
    Origin origin = null;
    for (Pending reached : List.copyOf(pending)) {
      if (reached.number == number) {
        pending.remove(reached);
        if (origin == null) {
          origin = new Origin(from, reached.call.words(), origins.get(from).depth + 1);
        }
        differ(from, reached.call, allowed(rows), allowed(reached.actual));
      }
    }
    if (origin == null) {
      throw new IllegalArgumentException("a state that no call reached");
    }
    states.add(rows);
    origins.add(origin);
  }

  private List<String> path(int from, Call last) {
    List<String> path = new ArrayList<>(List.of(last.words()));
    for (int at = from; origins.get(at).state >= 0; at = origins.get(at).state) {
      path.add(origins.get(at).call);
    }
    Collections.reverse(path);
    List<String> all = new ArrayList<>(prologue);
    all.addAll(path);
    return all;
  }

  private void report(Difference difference) {
    if (!ended) {
      tally.found(difference);
    }
    ended = true;
  }

  boolean ended() {
    return ended;
  }

  /** Every state short of the depth has been visited, so that no trace was left out. */
  void end() {
    if (ended) {
      return;
    }
    long due = origins.stream().filter(origin -> origin.depth < depth).count();
    if (due != visited || !pending.isEmpty()) {
      throw new IllegalArgumentException(due + " states were due, " + visited + " were visited");
    }
    tally.depth = Math.max(tally.depth, prologue.size() + depth);
    for (int length = 1; length <= depth; length++) {
      tally.traces = tally.traces.add(BigInteger.valueOf(calls.size()).pow(length));
    }
    tally.states += states.size();
  }
}
