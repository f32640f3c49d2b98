package dev.countersign.conformance.sequences;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.ServedWar;
import dev.countersign.conformance.running.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the server and the kernel have come together, and the look at where they differ. */
final class Course implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(8);
  private static final String NO_CALL = "none";

  private final ServedWar server;
  private final Store store;
  private final Cast cast;
  private final List<String> transcript = new ArrayList<>();
  private World world;
  // Entries commit in another order than they are numbered in: the latest of them says nothing.
  private final Set<String> known = new HashSet<>();
  private boolean raced;

  /**
   * @param window milliseconds in which the same content again is the same message
   */
  Course(ServedWar server, long window) {
    this.server = server;
    store = new Store(server.database());
    cast = new Cast(server.database());
    world = new World(cast, new Repetitions(window));
  }

  World world() {
    return world;
  }

  Wire wire() {
    return new Wire(server.api(), cast, store);
  }

  /** Keeps a line for whoever has to read about a failure. */
  void note(String line) {
    transcript.add(line);
  }

  /** Waits until the server is as one of these say, and goes on from there. */
  void await(List<Expectation> possible, long begun, @Nullable Answer answer) {
    var request = answer == null ? NO_CALL : Wire.requestOf(answer);
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> problems = List.of();
    while (System.nanoTime() < end) {
      long now = System.currentTimeMillis();
      var whole = look(request);
      var seen = raced ? whole.withoutIdleWork(world) : whole;
      for (var expected : possible) {
        for (var settled : expected.settled(seen.stored(), begun, now)) {
          problems = settled.differences(seen, now, now - begun);
          if (problems.isEmpty()) {
            accept(settled, whole, answer);
            return;
          }
        }
      }
      Waiting.pause(PAUSE);
    }
    throw failure(problems);
  }

  /** Goes on from here, if the mail is right too, and the answer told of all that followed. */
  void accept(Expectation settled, Seen seen, @Nullable Answer answer) {
    world = settled.world();
    seen.entries().forEach(entry -> known.add(entry.id()));
    List<String> problems = new ArrayList<>(MailCheck.differences(world, server.mail()));
    if (answer != null && settled.outcome() != null) {
      problems.addAll(settled.outcome().differences(answer, world));
    }
    if (!problems.isEmpty()) {
      throw failure(problems);
    }
  }

  /** What there is to see once nothing is under way or due any more. */
  Seen quiet() {
    raced = true;
    return Waiting.until(
        "the server has nothing left to do",
        () -> look(NO_CALL),
        seen ->
            seen.stored().owed().values().stream()
                .noneMatch(owed -> owed.isUnderWay(System.currentTimeMillis())));
  }

  private Seen look(String request) {
    return store.look(cast.tenant(), request).without(known);
  }

  AssertionError failure(List<String> problems) {
    return new AssertionError(
        "the server and the kernel differ\n  "
            + String.join("\n  ", problems)
            + "\nafter the calls\n"
            + String.join("\n", transcript));
  }

  @Override
  public void close() {
    store.close();
  }
}
