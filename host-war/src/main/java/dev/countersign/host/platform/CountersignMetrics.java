package dev.countersign.host.platform;

import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * The product's own figures. Calls are counted where they are recorded: one ledger entry, one
 * count, after the commit. Names of routes and actions come from the code, never from a request.
 */
@ApplicationScoped
public class CountersignMetrics {
  private static final Metadata CALLS =
      Metadata.builder()
          .withName("countersign_calls")
          .withDescription("Calls in the ledger, by action and by outcome")
          .build();
  private static final Metadata REQUESTS =
      Metadata.builder()
          .withName("countersign_http_requests")
          .withDescription("HTTP requests by route, method and status")
          .withUnit(MetricUnits.NANOSECONDS)
          .build();
  private static final Metadata WAITING =
      Metadata.builder()
          .withName("countersign_outbox_due")
          .withDescription("Pieces of work that are due and not done")
          .build();
  private static final Metadata LAG =
      Metadata.builder()
          .withName("countersign_outbox_lag")
          .withDescription("How long the oldest piece of due work has waited")
          .withUnit("seconds")
          .build();

  @Inject MetricRegistry registry;
  @Inject Outbox outbox;
  @Inject InstantSource time;

  void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
    registry.gauge(WAITING, this, metrics -> metrics.outbox.backlog(time.millis()).due());
    registry.gauge(
        LAG, this, metrics -> metrics.outbox.backlog(time.millis()).lag().toMillis() / 1000.0);
  }

  void called(@Observes(during = TransactionPhase.AFTER_SUCCESS) LedgerEntry entry) {
    String outcome = entry.refusal() == null ? "accepted" : entry.refusal();
    registry
        .counter(CALLS, new Tag("action", entry.action().wire()), new Tag("outcome", outcome))
        .inc();
  }

  public void served(String method, String route, int status, Duration took) {
    registry
        .timer(
            REQUESTS,
            new Tag("method", method),
            new Tag("route", route),
            new Tag("status", Integer.toString(status)))
        .update(took);
  }
}
