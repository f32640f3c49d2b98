package dev.countersign.host.domains.signals;

import dev.countersign.host.domains.Finding;
import dev.countersign.host.domains.files.Kept;
import dev.countersign.host.domains.rdap.RdapBootstrap;
import dev.countersign.host.domains.rdap.RdapClient;
import dev.countersign.host.domains.rdap.Registration;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.Signal;
import dev.failsafe.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How long ago the domain, or the one above it, was registered. */
public final class RegistrationSignal implements NetworkSignal {
  private static final Duration FRESH = Duration.ofHours(12);
  private static final Duration STALE = Duration.ofDays(2);
  private static final int NAMES_MAX = 3;
  private static final int WEEK = 7;
  private static final int MONTH = 30;
  private static final int YEAR = 365;

  private static final int FAILURES = 8;
  private static final int OF_THE_LAST = 10;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Map<URI, CircuitBreaker<Object>> breakers = new ConcurrentHashMap<>();
  private final Kept<RdapBootstrap> bootstrap;
  private final RdapClient client;
  private final InstantSource time;

  public RegistrationSignal(Kept<RdapBootstrap> bootstrap, RdapClient client, InstantSource time) {
    this.bootstrap = bootstrap;
    this.client = client;
    this.time = time;
  }

  @Override
  public Signal signal() {
    return Signal.REGISTRATION;
  }

  @Override
  public String source() {
    return "RDAP";
  }

  @Override
  public Duration fresh() {
    return FRESH;
  }

  @Override
  public Duration stale() {
    return STALE;
  }

  @Override
  public Finding look(String domain) throws InterruptedException {
    Optional<URI> base;
    try {
      base = bootstrap.value().baseFor(domain);
    } catch (IOException e) {
      return Finding.unknown(signal(), "the list of registries cannot be read");
    }
    if (base.isEmpty()) {
      return Finding.unknown(signal(), "no registry is known for it");
    }
    var breaker = breakers.computeIfAbsent(base.get(), registry -> breaker());
    if (!breaker.tryAcquirePermit()) {
      return Finding.unknown(signal(), "registry paused after failures");
    }
    Finding finding = ask(base.get(), domain);
    if (finding.level() == Level.UNKNOWN) {
      breaker.recordFailure();
    } else {
      breaker.recordSuccess();
    }
    return finding;
  }

  private static CircuitBreaker<Object> breaker() {
    return CircuitBreaker.builder()
        .withFailureThreshold(FAILURES, OF_THE_LAST)
        .withDelay(PAUSE)
        .withSuccessThreshold(1)
        .build();
  }

  private Finding ask(URI base, String domain) throws InterruptedException {
    String name = domain;
    for (int names = 0; names < NAMES_MAX && name.indexOf('.') > 0; names++) {
      switch (client.look(base, name)) {
        case Registration.Since(Instant registered) -> {
          return aged(registered);
        }
        case Registration.Failed(String why) -> {
          return Finding.unknown(signal(), why);
        }
        case Registration.NotThere none -> name = name.substring(name.indexOf('.') + 1);
      }
    }
    return Finding.unknown(signal(), "the registry does not know it");
  }

  private Finding aged(Instant registered) {
    long days = Duration.between(registered, time.instant()).toDays();
    if (days < 0) {
      return Finding.unknown(signal(), "the registry names a day to come");
    }
    return new Finding(signal(), level(days), says(days), Optional.of(Long.toString(days)));
  }

  private static Level level(long days) {
    if (days < WEEK) {
      return Level.THIRD;
    }
    if (days < MONTH) {
      return Level.SECOND;
    }
    return days < YEAR ? Level.FIRST : Level.GOOD;
  }

  private static String says(long days) {
    if (days == 0) {
      return "registered today";
    }
    return days < YEAR
        ? "registered " + days + (days == 1 ? " day" : " days") + " ago"
        : "registered " + days / YEAR + (days / YEAR == 1 ? " year" : " years") + " ago";
  }
}
