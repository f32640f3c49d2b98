package dev.countersign.conformance.simulation;

import dev.countersign.host.outbox.OutboxRow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What is the same for everybody in one schedule. */
final class World implements InstantSource {
  private static final Columns OUTBOX = Columns.of(OutboxRow.class);
  private static final int DUE = OUTBOX.at("dueAt");
  private static final int UNTIL = OUTBOX.at("leaseUntil");

  private final Random random;
  private final Baton baton;
  private final Store store;
  private long now = 1_700_000_000_000L;

  /** What was asked, by the request it was asked in. */
  final Map<String, Object> asked = new LinkedHashMap<>();

  /** Messages that somebody was told of, with what they are. */
  final List<Letter> letters = new ArrayList<>();

  /** How many who ask for something are still there. */
  int visitors;

  World(Random random, Baton baton, Store store) {
    this.random = random;
    this.baton = baton;
    this.store = store;
  }

  Random random() {
    return random;
  }

  Baton baton() {
    return baton;
  }

  Store store() {
    return store;
  }

  long now() {
    return now;
  }

  void sleep(long milliseconds) {
    now += milliseconds;
    baton.pause("a while later");
  }

  /** When the next work is due and free, if any is owed. */
  OptionalLong nextWork() {
    return store.table(OutboxRow.class).stream()
        .map(place -> Objects.requireNonNull(store.row(place)))
        .mapToLong(row -> Math.max(number(row[DUE]), number(row[UNTIL])))
        .min();
  }

  private static long number(@Nullable Object cell) {
    return (long) Objects.requireNonNull(cell);
  }

  /** Nothing happens before this. */
  void until(long time) {
    now = Math.max(now, time);
    baton.pause("time passes");
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public long millis() {
    var session = baton.current().session;
    return session == null ? now : session.begun;
  }
}
