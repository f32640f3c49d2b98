package dev.countersign.host.dispatch;

import dev.countersign.host.firststart.DataFolder;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.outbox.OwedWork;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the outbox moving: after every commit that owes something, and at a steady beat. */
@ApplicationScoped
public class Pump {
  private static final Logger LOG = Logger.getLogger(Pump.class.getName());

  @Inject Outbox outbox;
  @Inject Transactions transactions;
  @Inject Worker worker;
  @Inject Limits limits;
  @Inject DataFolder data;
  @Inject InstantSource time;

  @Resource ManagedScheduledExecutorService executor;

  // The scheduled pool has as many threads as there are processors: slow mail servers would hold
  // them all, and with them the beat and every scan.
  @Resource ManagedExecutorService workers;

  /** What there is between start and stop. */
  private record Running(List<Lane> lanes, ScheduledFuture<?> beat) {}

  private volatile @Nullable Running running;

  /** Takes up what was left undone, then goes on for as long as the server runs. */
  public synchronized void start() {
    transactions.run(
        () -> {
          outbox.expireLeasesOf(data.nodeName());
          return true;
        });
    var lanes =
        List.of(
            new Lane(Set.of(OwedWork.DISPATCH), limits.count(Limit.DISPATCH_THREADS_COUNT)),
            new Lane(
                Set.of(OwedWork.SCAN, OwedWork.CLOCK), limits.count(Limit.SCAN_THREADS_COUNT)));
    long pause = limits.value(Limit.OUTBOX_POLL_MS);
    var beat = executor.scheduleWithFixedDelay(() -> drain(lanes), 0, pause, TimeUnit.MILLISECONDS);
    running = new Running(lanes, beat);
  }

  /** Lets what is under way finish, within reason; what does not is taken up at the next start. */
  public synchronized void stop() {
    var stopping = running;
    running = null;
    if (stopping != null) {
      stopping.beat().cancel(false);
      finish(stopping.lanes());
    }
  }

  private void finish(List<Lane> lanes) {
    long end = time.millis() + limits.value(Limit.STOP_WAIT_MS);
    try {
      for (var lane : lanes) {
        if (!lane.close(end - time.millis())) {
          LOG.warning("stopping with work still under way");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void onOwed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Owed owed) {
    var now = running;
    if (now != null) {
      executor.execute(() -> drain(now.lanes()));
    }
  }

  private void drain(List<Lane> lanes) {
    try {
      lanes.forEach(this::drain);
    } catch (RuntimeException e) {
      // The beat must go on: a scheduled task that throws is never run again.
      LOG.log(Level.WARNING, "the outbox could not be read", e);
    }
  }

  private void drain(Lane lane) {
    for (EmailId message : due(lane)) {
      if (!lane.enter()) {
        return;
      }
      begin(message, lane);
    }
  }

  private void begin(EmailId message, Lane lane) {
    try {
      workers.execute(() -> work(message, lane));
    } catch (RejectedExecutionException e) {
      lane.leave();
      throw e;
    }
  }

  private List<EmailId> due(Lane lane) {
    int most = limits.count(Limit.OUTBOX_BATCH_COUNT);
    return transactions.run(() -> outbox.due(time.millis(), lane.kinds(), most));
  }

  private void work(EmailId message, Lane lane) {
    try {
      worker.work(message, lane.kinds());
    } catch (RuntimeException e) {
      // The lease is kept: it runs out, and whoever takes it over knows that this went wrong.
      LOG.log(Level.WARNING, "work on a message failed", e);
    } finally {
      lane.leave();
    }
  }
}
