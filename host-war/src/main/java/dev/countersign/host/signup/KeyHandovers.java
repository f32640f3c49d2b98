package dev.countersign.host.signup;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.RandomToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Links by which overseers of new tenants get their keys, in the database. */
@ApplicationScoped
public class KeyHandovers {
  @PersistenceContext EntityManager rows;
  @Inject Limits limits;

  /** {@return what the first link of a new tenant ends with} */
  public String make(String tenantId, long foundingKey, long now) {
    var row = new KeyHandoverRow(tenantId, foundingKey);
    rows.persist(row);
    return link(row, now);
  }

  /** The same for another link, while nobody has used one. */
  public Optional<String> again(String tenantId, long now) {
    return Optional.ofNullable(rows.find(KeyHandoverRow.class, tenantId))
        .map(row -> link(row, now));
  }

  private String link(KeyHandoverRow row, long now) {
    var secret = RandomToken.mint();
    row.become(secret.sha256(), now + limits.value(Limit.KEY_HANDOVER_MS));
    return secret.text();
  }

  /** Held: of two who come with one link, the second finds none. */
  public Optional<KeyHandoverRow> find(String secret, long now) {
    return rows.createQuery(
            "SELECT h FROM KeyHandoverRow h WHERE h.secretSha256 = :secret", KeyHandoverRow.class)
        .setParameter("secret", RandomToken.sha256(secret))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .filter(row -> now < row.expiresAt());
  }

  public void used(KeyHandoverRow row) {
    rows.remove(row);
  }
}
