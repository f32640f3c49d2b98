package dev.countersign.host.transparency;

import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.LogField;
import dev.countersign.host.transparency.store.LogHead;
import dev.countersign.host.transparency.store.LogId;
import dev.countersign.host.transparency.store.LogTable;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives committed entries their places, log by log, at a steady beat. Every node has one; whichever
 * comes first makes the batch, and writers of entries never wait for it.
 */
@ApplicationScoped
public class Sequencer {
  private static final EventLog LOG = EventLog.of(Sequencer.class);

  @Inject LogStore store;
  @Inject LogSigners signers;
  @Inject LogKey key;
  @Inject KeyChanges keyChanges;
  @Inject LogConfiguration configuration;
  @Inject WitnessRounds witnesses;
  @Inject Limits limits;
  @Inject InstantSource time;

  @Resource ManagedScheduledExecutorService executor;

  private volatile @Nullable ScheduledFuture<?> beat;

  /** Opens the logs that are missing, then goes on for as long as the server runs. */
  public synchronized void start() {
    openMissing();
    long pause = limits.value(Limit.LOG_INTERVAL_MS);
    beat = executor.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
  }

  public synchronized void stop() {
    var running = beat;
    beat = null;
    if (running != null) {
      running.cancel(false);
    }
  }

  private void round() {
    try {
      openMissing();
      store.run(connection -> new LogTable(connection).waiting()).forEach(this::catchUpAlone);
      witnesses.begin();
    } catch (RuntimeException e) {
      // The beat must go on: a scheduled task that throws is never run again.
      LOG.event("the logs could not be looked through").with(e).warning();
    }
  }

  private void openMissing() {
    List<LogId> missing = store.run(connection -> new LogTable(connection).unopened());
    for (LogId id : missing) {
      store.run(
          connection -> {
            var head = LogHead.opening(id, configuration.origin(id), key.publicKey());
            new Batch(connection, signers::of).open(head, time.millis());
            return head;
          });
    }
  }

  /** What is wrong with one log keeps no other waiting. */
  private void catchUpAlone(LogId log) {
    try {
      catchUp(log);
    } catch (RuntimeException e) {
      LOG.event("a log could not be brought up to date")
          .with(LogField.TENANT, log.value())
          .with(e)
          .severe();
    }
  }

  private void catchUp(LogId log) {
    int most = limits.count(Limit.LOG_BATCH_COUNT);
    int placed;
    do {
      placed =
          store.run(
              connection -> {
                keyChanges.follow(connection, log);
                return new Batch(connection, signers::of).sequence(log, most, time.millis());
              });
    } while (placed == most && beat != null);
  }
}
