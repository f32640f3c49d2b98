package dev.countersign.conformance.sequences;

import dev.countersign.conformance.kernel.Altered;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One way in which things may be by now.
 *
 * @param jobs the ledger entries of the server's own work up to here
 * @param outcome of the call that is looked at, if one is
 */
record Expectation(World world, List<Line> jobs, @Nullable Outcome outcome) {
  /**
   * The same when the server has done all its own work, at once or at the latest possible moment.
   */
  List<Expectation> settled(Stored stored, long begun, long now) {
    stored.messages().forEach((id, message) -> world.findings.put(id, message.risk()));
    var late = world.copy();
    List<Line> lateJobs = new ArrayList<>(jobs);
    lateJobs.addAll(Jobs.settle(late, now));

    var prompt = world.copy();
    List<Line> promptJobs = new ArrayList<>(jobs);
    long moment = begun;
    promptJobs.addAll(Jobs.settle(prompt, moment));
    for (var next = prompt.nextMoment(moment);
        next.isPresent() && next.getAsLong() <= now;
        next = prompt.nextMoment(moment)) {
      moment = next.getAsLong();
      promptJobs.addAll(Jobs.settle(prompt, moment));
    }
    return List.of(
        new Expectation(prompt, promptJobs, outcome), new Expectation(late, lateJobs, outcome));
  }

  /**
   * Where what is seen is something else. A deadline depends on the very millisecond: the stored
   * one is taken over if it lies within what the call took.
   */
  List<String> differences(Seen seen, long now, long took) {
    List<String> found = new ArrayList<>(differences(seen.stored(), now, took));
    var called =
        seen.entries().stream()
            .filter(entry -> entry.request().equals(seen.request()))
            .map(Entry::line)
            .toList();
    List<Line> expected = outcome == null ? List.of() : List.of(outcome.line());
    compare("the call's ledger entry", expected, called, found);
    var others =
        seen.entries().stream()
            .filter(entry -> !entry.isOwnWork() && !entry.request().equals(seen.request()))
            .toList();
    compare("nobody else's entries", List.of(), others, found);
    compare("the server's own entries", byObject(jobs), byObject(ownWork(seen)), found);
    return found;
  }

  /** As above, of what is stored alone. */
  List<String> differences(Stored stored, long now, long took) {
    adoptDeadlines(stored, took);
    return Stored.differences(world.stored(now), stored);
  }

  private static List<Line> ownWork(Seen seen) {
    return seen.entries().stream().filter(Entry::isOwnWork).map(Entry::line).toList();
  }

  private static List<List<Line>> byObject(List<Line> lines) {
    return List.copyOf(
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> Objects.requireNonNull(line.object()),
                    TreeMap::new,
                    Collectors.toList()))
            .values());
  }

  private static void compare(String what, List<?> expected, List<?> actual, List<String> found) {
    if (!expected.equals(actual)) {
      found.add(what + "\n      expected " + expected + "\n      found    " + actual);
    }
  }

  private void adoptDeadlines(Stored stored, long took) {
    world.messages.replaceAll(
        (id, message) -> {
          var there = stored.messages().get(id);
          return there != null && Math.abs(there.deadline() - message.deadline()) <= took
              ? Altered.deadline(message, there.deadline())
              : message;
        });
  }
}
