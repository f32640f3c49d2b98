package dev.countersign.host.tenants;

import dev.countersign.host.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;

/** What tenants may do only so often, on whatever node. */
@ApplicationScoped
public class Pauses {
  @PersistenceContext EntityManager rows;

  /**
   * Inside a transaction that has the tenant alone.
   *
   * @throws Problem 429 while the pause since the last time is not over
   */
  public void take(String tenantId, String what, long now, Duration pause) {
    var name = new PauseRow.Name(tenantId, what);
    var last = rows.find(PauseRow.class, name);
    if (last != null && now < last.until()) {
      throw Problem.rateLimited(
          "This was done a short while ago; wait for Retry-After seconds.",
          Duration.ofMillis(last.until() - now));
    }
    rows.merge(new PauseRow(name, now + pause.toMillis()));
  }
}
