package dev.countersign.host.domains.signals;

import java.time.Duration;

/** What all signals from the DNS share: who is asked, and how long an answer counts. */
abstract sealed class DnsSignal implements NetworkSignal
    permits MailExchangeSignal,
        SpfSignal,
        DmarcSignal,
        DnssecSignal,
        TransportSecuritySignal,
        NameServerSignal {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration STALE = Duration.ofHours(2);

  @Override
  public String source() {
    return "DNS";
  }

  @Override
  public Duration fresh() {
    return FRESH;
  }

  @Override
  public Duration stale() {
    return STALE;
  }
}
