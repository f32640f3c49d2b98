package dev.countersign.host.webhooks;

import dev.countersign.host.firststart.DataFolder;
import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it, at a steady beat, that every webhook with something before it gets its turn. Its
 * threads are its own: sinks that stall hold up no mail, and each other only when there are more of
 * them than places.
 */
@ApplicationScoped
public class Rounds {
  private static final EventLog LOG = EventLog.of(Rounds.class);

  @Inject Turns turns;
  @Inject Courier courier;
  @Inject Transactions transactions;
  @Inject Limits limits;
  @Inject DataFolder data;
  @Inject InstantSource time;

  @Resource ManagedScheduledExecutorService clock;
  @Resource ManagedExecutorService workers;

  /** What there is between start and stop. */
  private record Running(Places places, ScheduledFuture<?> beat) {}

  private volatile @Nullable Running running;

  /** Takes up where the last run was ended, however that was. */
  public synchronized void start() {
    transactions.run(
        () -> {
          turns.expireTurnsOf(data.nodeName());
          return true;
        });
    var places = new Places(limits.count(Limit.WEBHOOK_THREADS_COUNT));
    long pause = limits.value(Limit.WEBHOOK_POLL_MS);
    var beat =
        clock.scheduleWithFixedDelay(() -> round(places), pause, pause, TimeUnit.MILLISECONDS);
    running = new Running(places, beat);
  }

  /** Lets deliveries under way end, which they do soon; the others wait for the next start. */
  public synchronized void stop() {
    var stopping = running;
    running = null;
    if (stopping == null) {
      return;
    }
    stopping.beat().cancel(false);
    try {
      if (!stopping.places().close(limits.value(Limit.WEBHOOK_ANSWER_MS))) {
        LOG.event("stopping with deliveries still under way").info();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round(Places places) {
    try {
      int most = 2 * limits.count(Limit.WEBHOOK_THREADS_COUNT);
      for (var due : transactions.run(() -> turns.due(time.millis(), most))) {
        if (places.enter(due.tenantId())) {
          begin(due, places);
        }
      }
    } catch (RuntimeException e) {
      // The beat must go on: a scheduled task that throws is never run again.
      LOG.event("webhooks could not be looked through").with(e).warning();
    }
  }

  private void begin(Turns.Due due, Places places) {
    try {
      workers.execute(() -> turn(due, places));
    } catch (RejectedExecutionException e) {
      places.leave(due.tenantId());
      throw e;
    }
  }

  private void turn(Turns.Due due, Places places) {
    try {
      courier.turn(due.webhook());
    } catch (RuntimeException e) {
      LOG.event("a webhook's turn failed").with(e).warning();
    } finally {
      places.leave(due.tenantId());
    }
  }
}
