package dev.countersign.host.mcp.tools;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How many calls may wait: each holds a thread of this node, and nothing of the database. */
@ApplicationScoped
public class Waits {
  private final Limits limits;
  private final Map<String, Integer> byKey = new HashMap<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private int all;

  @Inject
  Waits(Limits limits) {
    this.limits = limits;
  }

  /** For the container's proxy. */
  protected Waits() {
    this(new Limits());
  }

  /** One call's place. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @throws ToolFailure when there is no place left
   */
  synchronized Place take(String keyId) {
    int own = byKey.getOrDefault(keyId, 0);
    if (all >= limits.value(Limit.MCP_WAITS_COUNT)
        || own >= limits.value(Limit.MCP_WAITS_PER_KEY_COUNT)) {
      throw new ToolFailure(
          "Too many calls wait for mail already; end one, or look with check_inbox from time to"
              + " time. [status 429, code rate_limited]");
    }
    all++;
    byKey.put(keyId, own + 1);
    return () -> leave(keyId);
  }

  private synchronized void leave(String keyId) {
    all--;
    byKey.merge(keyId, -1, (before, one) -> before + one == 0 ? null : before + one);
  }

  /** {@return whether the server ended meanwhile} */
  boolean pause(Duration time) {
    try {
      return ending.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @PreDestroy
  void end() {
    ending.countDown();
  }
}
