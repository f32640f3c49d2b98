package dev.countersign.host.domains.dns;

import dev.failsafe.CircuitBreaker;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.Message;
import org.xbill.DNS.SimpleResolver;

/** One resolver behind a circuit breaker. Truncated answers are fetched again over TCP. */
final class BreakableResolver {
  static final int UDP_PAYLOAD = 1232;
  private static final int FAILURES = 10;
  private static final int OF_THE_LAST = 12;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final long CONNECTED_NANOS = Duration.ofMinutes(1).toNanos();

  private volatile long connectedAt = System.nanoTime() - CONNECTED_NANOS;
  private final SimpleResolver resolver;
  private final Duration timeout;
  private final CircuitBreaker<Object> breaker =
      CircuitBreaker.builder()
          .withFailureThreshold(FAILURES, OF_THE_LAST)
          .withDelay(PAUSE)
          .withSuccessThreshold(1)
          .build();

  BreakableResolver(InetSocketAddress address, Duration timeout) {
    this.timeout = timeout;
    resolver = new SimpleResolver(address);
    resolver.setTimeout(timeout);
    resolver.setEDNS(0, UDP_PAYLOAD, 0);
  }

  /** Whether it has lately shown that it knows the root of the DNS. */
  boolean isConnected() {
    return System.nanoTime() - connectedAt < CONNECTED_NANOS;
  }

  void connected() {
    connectedAt = System.nanoTime();
  }

  boolean mayAsk() {
    return breaker.tryAcquirePermit();
  }

  void answered(boolean usably) {
    if (usably) {
      breaker.recordSuccess();
    } else {
      breaker.recordFailure();
    }
  }

  Message send(Message query) throws InterruptedException, ExecutionException, TimeoutException {
    return resolver
        .sendAsync(query)
        .toCompletableFuture()
        .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
