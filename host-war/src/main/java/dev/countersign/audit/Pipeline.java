package dev.countersign.audit;

import dev.countersign.audit.entries.Entry;
import dev.countersign.audit.log.Ed25519;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Batches of lines on their way: inspected in parallel, followed in order, verified in parallel.
 */
final class Pipeline {
  private static final int BATCH = 256;
  private static final int BATCHES_WAITING = 16;

  private final ExecutorService workers;
  private final Walk walk;
  private final Collected findings;
  private final String tenant;
  private final long today;
  private final Deque<Future<List<Inspected>>> inspecting = new ArrayDeque<>();
  private final Deque<Future<List<Inspected>>> verifying = new ArrayDeque<>();
  private List<byte[]> batch = new ArrayList<>(BATCH);
  private long next;
  private long steps;
  private long signatures;

  Pipeline(ExecutorService workers, Walk walk, Collected findings, String tenant, long today) {
    this.workers = workers;
    this.walk = walk;
    this.findings = findings;
    this.tenant = tenant;
    this.today = today;
  }

  void take(byte[] line) {
    batch.add(line);
    if (batch.size() == BATCH) {
      send();
    }
  }

  /** Waits for everything that was taken. */
  void finish() {
    send();
    while (!inspecting.isEmpty()) {
      follow();
    }
    while (!verifying.isEmpty()) {
      collect();
    }
  }

  long steps() {
    return steps;
  }

  long signatures() {
    return signatures;
  }

  private void send() {
    if (batch.isEmpty()) {
      return;
    }
    List<byte[]> lines = batch;
    long first = next;
    batch = new ArrayList<>(BATCH);
    next += lines.size();
    inspecting.add(workers.submit(() -> inspected(lines, first)));
    if (inspecting.size() > BATCHES_WAITING) {
      follow();
    }
  }

  private List<Inspected> inspected(List<byte[]> lines, long first) {
    List<Inspected> inspected = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      inspected.add(Inspected.of(first + i, lines.get(i), tenant, today));
    }
    return inspected;
  }

  private void follow() {
    List<Inspected> inspected = done(inspecting.remove());
    List<Optional<Ed25519.Key>> keys = new ArrayList<>(inspected.size());
    for (Inspected each : inspected) {
      keys.add(walk.follow(each));
      steps += each.entry().flatMap(Entry::step).isPresent() ? 1 : 0;
      signatures += keys.getLast().isPresent() ? 1 : 0;
    }
    verifying.add(workers.submit(() -> verified(inspected, keys)));
    if (verifying.size() > BATCHES_WAITING) {
      collect();
    }
  }

  private static List<Inspected> verified(
      List<Inspected> inspected, List<Optional<Ed25519.Key>> keys) {
    for (int i = 0; i < inspected.size(); i++) {
      keys.get(i).ifPresent(inspected.get(i)::verify);
    }
    return inspected;
  }

  private void collect() {
    for (Inspected each : done(verifying.remove())) {
      each.findings().forEach(findings::add);
    }
  }

  private static <T> T done(Future<T> work) {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an entry could not be looked at", e.getCause());
    }
  }
}
