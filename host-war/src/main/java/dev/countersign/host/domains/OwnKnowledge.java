package dev.countersign.host.domains;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countersign.host.contacts.Contacts;
import dev.countersign.host.domains.signals.HistorySignal;
import dev.countersign.host.domains.signals.LookalikeSignal;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.DomainOverride;
import dev.countersign.kernel.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What this server's own records say of a domain. */
@ApplicationScoped
public class OwnKnowledge {
  private static final Logger LOG = Logger.getLogger(OwnKnowledge.class.getName());
  private static final int KNOWN_DOMAINS = 500;
  private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

  @Inject Transactions transactions;
  @Inject MessageDomains messages;
  @Inject Contacts contacts;
  @Inject Overrides overrides;
  @Inject RiskStandards standards;
  @Inject InstantSource time;

  private final LookalikeSignal lookalike = new LookalikeSignal();
  private final Cache<String, List<String>> known =
      Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).maximumSize(KNOWN_DOMAINS).build();

  /**
   * What is found, and what an operator says.
   *
   * @param findings of the signals history and lookalike
   * @param flagFrom the least score that is flagged, in thousandths
   */
  public record Own(List<Finding> findings, DomainOverride override, int flagFrom) {}

  /** {@return unknown findings and no override where the database fails} */
  public Own of(String tenantId, String domain) {
    try {
      return transactions.run(
          () ->
              new Own(
                  List.of(
                      HistorySignal.look(messages.past(tenantId, domain)),
                      lookalike.look(
                          domain, known(tenantId), contacts.domains(tenantId, KNOWN_DOMAINS))),
                  overrides.of(tenantId, domain, time.millis()),
                  standards.of(tenantId).flagFrom()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the history of a domain could not be read", e);
      return new Own(
          List.of(
              Finding.unknown(Signal.HISTORY, "failure"),
              Finding.unknown(Signal.LOOKALIKE, "failure")),
          DomainOverride.NONE,
          standards.byDefault().flagFrom());
    }
  }

  private List<String> known(String tenantId) {
    return known.get(tenantId, tenant -> messages.known(tenant, KNOWN_DOMAINS));
  }
}
