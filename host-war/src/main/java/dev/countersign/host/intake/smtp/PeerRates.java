package dev.countersign.host.intake.smtp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How many messages each host has begun in the last minute. */
final class PeerRates {
  private static final int PEERS_KEPT = 100_000;

  private final Cache<InetAddress, AtomicInteger> begun =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(PEERS_KEPT).build();
  private final int most;

  PeerRates(int most) {
    this.most = most;
  }

  boolean admits(InetAddress peer) {
    return begun.get(peer, address -> new AtomicInteger()).incrementAndGet() <= most;
  }
}
