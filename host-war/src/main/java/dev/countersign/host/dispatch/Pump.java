package dev.countersign.host.dispatch;

import dev.countersign.host.firststart.DataFolder;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.outbox.Outbox;
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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
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

  private @Nullable Semaphore free;
  private @Nullable ScheduledFuture<?> beat;

  /** Takes up what was left undone, then goes on for as long as the server runs. */
  public synchronized void start() {
    transactions.run(
        () -> {
          outbox.expireLeasesOf(data.nodeName());
          return true;
        });
    free = new Semaphore(limits.count(Limit.DISPATCH_THREADS_COUNT));
    long pause = limits.value(Limit.OUTBOX_POLL_MS);
    beat = executor.scheduleWithFixedDelay(this::drain, 0, pause, TimeUnit.MILLISECONDS);
  }

  /** Lets what is under way finish, within reason; what does not is taken up at the next start. */
  public synchronized void stop() {
    if (beat != null && free != null) {
      beat.cancel(false);
      finish(free);
    }
  }

  private void finish(Semaphore busy) {
    int all = limits.count(Limit.DISPATCH_THREADS_COUNT);
    try {
      if (!busy.tryAcquire(all, limits.value(Limit.STOP_WAIT_MS), TimeUnit.MILLISECONDS)) {
        LOG.warning("stopping with work still under way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void onOwed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Owed owed) {
    if (beat != null) {
      executor.execute(this::drain);
    }
  }

  private void drain() {
    try {
      for (EmailId message : due()) {
        if (free == null || !free.tryAcquire()) {
          return;
        }
        begin(message, free);
      }
    } catch (RuntimeException e) {
      // The beat must go on: a scheduled task that throws is never run again.
      LOG.log(Level.WARNING, "the outbox could not be read", e);
    }
  }

  private void begin(EmailId message, Semaphore taken) {
    try {
      workers.execute(() -> work(message));
    } catch (RejectedExecutionException e) {
      taken.release();
      throw e;
    }
  }

  private List<EmailId> due() {
    return transactions.run(
        () -> outbox.due(time.millis(), limits.count(Limit.OUTBOX_BATCH_COUNT)));
  }

  private void work(EmailId message) {
    try {
      worker.work(message);
    } catch (RuntimeException e) {
      // The lease is kept: it runs out, and whoever takes it over knows that this went wrong.
      LOG.log(Level.WARNING, "work on a message failed", e);
    } finally {
      if (free != null) {
        free.release();
      }
    }
  }
}
