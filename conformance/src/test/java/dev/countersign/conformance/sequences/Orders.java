package dev.countersign.conformance.sequences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for one order of calls that overlapped in which the kernel, asked one at a time, says what
 * the server said: every answer, every ledger entry, the state in the end. A call that had ended
 * before another began comes first; what changed the same thing stands in the ledger's order.
 */
final class Orders {
  private final List<Shot> shots;
  private final List<Entry> ownWork;
  private final Map<String, Integer> placeOf = new HashMap<>();
  private final Map<String, List<Line>> linesOf = new HashMap<>();
  private final Seen end;
  private final long now;
  private final long took;
  private final Set<Node> known = new HashSet<>();
  private final List<String> nearest = new ArrayList<>();

  /** Where a search is: what is done, and what came of it. */
  private record Node(
      Set<Integer> done, int jobs, Stored stored, List<String> left, Map<String, Integer> last) {}

  /**
   * @param now milliseconds since the epoch, a moment at which nothing was due any more
   * @param took milliseconds since the first of the shots
   */
  Orders(List<Shot> shots, Seen end, long now, long took) {
    this.shots = shots;
    this.end = end;
    this.now = now;
    this.took = took;
    this.ownWork = end.entries().stream().filter(Entry::isOwnWork).toList();
    for (int i = 0; i < end.entries().size(); i++) {
      var entry = end.entries().get(i);
      placeOf.put(entry.isOwnWork() ? entry.id() : entry.request(), i);
      if (!entry.isOwnWork()) {
        linesOf.computeIfAbsent(entry.request(), id -> new ArrayList<>()).add(entry.line());
      }
    }
  }

  /** The world after one such order, if there is one. */
  Optional<World> search(World start) {
    return search(start, Set.of(), 0, Map.of());
  }

  /** How many beginnings of orders were looked at. */
  int looked() {
    return known.size();
  }

  /** How the end differs from what is stored, in an order that explains everything before it. */
  List<String> nearest() {
    return nearest;
  }

  private Optional<World> search(
      World world, Set<Integer> done, int jobs, Map<String, Integer> last) {
    if (done.size() == shots.size() && jobs == ownWork.size()) {
      return ended(world);
    }
    if (!known.add(new Node(done, jobs, world.stored(now), List.copyOf(world.left), last))) {
      return Optional.empty();
    }
    var found = jobs < ownWork.size() ? work(world, done, jobs, last) : Optional.<World>empty();
    for (int i = 0; i < shots.size() && found.isEmpty(); i++) {
      if (mayBeNext(i, done)) {
        found = call(world, done, jobs, last, i);
      }
    }
    return found;
  }

  private boolean mayBeNext(int shot, Set<Integer> done) {
    if (done.contains(shot)) {
      return false;
    }
    for (int i = 0; i < shots.size(); i++) {
      if (!done.contains(i) && shots.get(i).before(shots.get(shot))) {
        return false;
      }
    }
    return true;
  }

  private Optional<World> call(
      World world, Set<Integer> done, int jobs, Map<String, Integer> last, int number) {
    var shot = shots.get(number);
    var held = world.cast.held(shot.ask().by());
    boolean revoked = held != null && !world.key(held.id()).live();
    var found = called(world, world.copy(), Hearing::of, done, jobs, last, number);
    // A key that was revoked after the call had come in is refused by the kernel instead.
    return found.isPresent() || !revoked
        ? found
        : called(world, world.copy(), Hearing::heard, done, jobs, last, number);
  }

  /** How a call is put before the kernel. */
  private interface Way {
    Outcome hear(World world, Ask ask, long now, Ask.Made made);
  }

  private Optional<World> called(
      World before,
      World after,
      Way way,
      Set<Integer> done,
      int jobs,
      Map<String, Integer> last,
      int number) {
    var shot = shots.get(number);
    var outcome = way.hear(after, shot.ask(), now, shot.made());
    if (!outcome.differences(shot.answer()).isEmpty()
        || !List.of(outcome.line()).equals(linesOf.get(shot.request()))) {
      return Optional.empty();
    }
    var more = new HashSet<>(done);
    more.add(number);
    int place = Objects.requireNonNull(placeOf.get(shot.request()));
    return inOrder(before, after, last, outcome.line(), place)
        .flatMap(next -> search(after, Set.copyOf(more), jobs, next));
  }

  private Optional<World> work(
      World world, Set<Integer> done, int jobs, Map<String, Integer> last) {
    var entry = ownWork.get(jobs);
    var after = world.copy();
    var line = Jobs.again(after, entry.line(), now);
    if (line.isEmpty() || !line.get().equals(entry.line())) {
      return Optional.empty();
    }
    int place = Objects.requireNonNull(placeOf.get(entry.id()));
    return inOrder(world, after, last, entry.line(), place)
        .flatMap(next -> search(after, done, jobs + 1, next));
  }

  /**
   * What changed the same thing stands in the ledger in the order in which it happened; what
   * changed nothing may stand anywhere.
   */
  private Optional<Map<String, Integer>> inOrder(
      World before, World after, Map<String, Integer> last, Line line, int place) {
    var object = line.object();
    if (object == null || before.stored(now).equals(after.stored(now))) {
      return Optional.of(last);
    }
    if (place < last.getOrDefault(object, -1)) {
      return Optional.empty();
    }
    var next = new HashMap<>(last);
    next.put(object, place);
    return Optional.of(Map.copyOf(next));
  }

  private Optional<World> ended(World world) {
    var settled = new Expectation(world.copy(), List.of(), null);
    var differences = settled.differences(end.stored(), now, took);
    if (differences.isEmpty()) {
      return Optional.of(settled.world());
    }
    nearest.clear();
    nearest.addAll(differences);
    return Optional.empty();
  }
}
