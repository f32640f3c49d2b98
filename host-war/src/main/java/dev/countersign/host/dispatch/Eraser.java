package dev.countersign.host.dispatch;

import dev.countersign.host.desk.AccountDesk;
import dev.countersign.host.desk.ErasingDesk;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at a steady beat for what is past its time, tenant by tenant, batch by batch. */
@ApplicationScoped
public class Eraser {
  private static final Logger LOG = Logger.getLogger(Eraser.class.getName());

  @Inject ErasingDesk desk;
  @Inject Tenants tenants;
  @Inject Transactions transactions;
  @Inject Limits limits;

  @Resource ManagedScheduledExecutorService executor;

  private volatile @Nullable ScheduledFuture<?> beat;

  public synchronized void start() {
    long pause = limits.value(Limit.RETENTION_POLL_MS);
    beat = executor.scheduleWithFixedDelay(this::sweep, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** A batch under way ends with its transaction. */
  public synchronized void stop() {
    var running = beat;
    beat = null;
    if (running != null) {
      running.cancel(false);
    }
  }

  void onDeleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountDesk.Deleted account) {
    if (beat != null) {
      executor.execute(() -> sweep(account.tenantId()));
    }
  }

  private void sweep() {
    try {
      List<String> ids = transactions.run(tenants::ids);
      ids.forEach(this::sweep);
      sweep(ErasingDesk.SERVER);
    } catch (RuntimeException e) {
      // The beat must go on: a scheduled task that throws is never run again.
      LOG.log(Level.WARNING, "what is past its time could not be looked for", e);
    }
  }

  private void sweep(String log) {
    try {
      var place = Optional.of(ErasingDesk.Place.START);
      while (place.isPresent() && beat != null) {
        place = desk.erase(log, place.get());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "erasing under a retention policy failed; it is tried again", e);
    }
  }
}
