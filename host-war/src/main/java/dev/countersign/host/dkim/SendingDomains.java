package dev.countersign.host.dkim;

import dev.countersign.host.ids.DomainId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The domains that tenants send from. A tenant finds its own and no others. */
@ApplicationScoped
public class SendingDomains {
  private static final int SELECTOR_CHARACTERS = 10;

  @PersistenceContext EntityManager rows;
  @Inject DkimKeys keys;

  public Optional<SendingDomainRow> find(String tenantId, DomainId id) {
    return all(tenantId).stream().filter(row -> row.id().equals(id.toString())).findFirst();
  }

  public Optional<SendingDomainRow> named(String tenantId, String domain) {
    return all(tenantId).stream().filter(row -> row.domain().equals(domain)).findFirst();
  }

  public List<SendingDomainRow> all(String tenantId) {
    return rows.createQuery(
            "SELECT d FROM SendingDomainRow d WHERE d.tenantId = :tenant ORDER BY d.id",
            SendingDomainRow.class)
        .setParameter("tenant", tenantId)
        .getResultList();
  }

  /**
   * A domain with two new keys; nothing is signed with them yet.
   *
   * @param domain in lower case, as A-labels
   */
  public SendingDomainRow make(String tenantId, String domain, long now) {
    var id = DomainId.mint();
    // Two tenants, or two installations, may send from one domain: each publishes its own keys.
    var ulid = id.ulid().toLowerCase(Locale.ROOT);
    var selector = "cs" + ulid.substring(ulid.length() - SELECTOR_CHARACTERS);
    var row =
        new SendingDomainRow(
            id,
            tenantId,
            domain,
            selector,
            made(domain, selector, DkimAlgorithm.RSA),
            made(domain, selector, DkimAlgorithm.ED25519),
            now);
    rows.persist(row);
    return row;
  }

  private String made(String domain, String selector, DkimAlgorithm algorithm) {
    return algorithm.published(keys.make(domain, selector, algorithm));
  }
}
