package dev.countersign.host.keys;

import dev.countersign.host.ids.KeyId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** API keys in the database. */
@ApplicationScoped
public class Keys {
  @PersistenceContext EntityManager rows;

  /** The key behind a presented secret, revoked or not. */
  public Optional<KeyRow> presented(ApiKey secret) {
    return rows.createQuery("SELECT k FROM KeyRow k WHERE k.secretSha256 = :hash", KeyRow.class)
        .setParameter("hash", secret.sha256())
        .getResultStream()
        .findFirst();
  }

  public Optional<KeyRow> find(long no) {
    return Optional.ofNullable(rows.find(KeyRow.class, no));
  }

  public Optional<KeyRow> find(String tenantId, KeyId id) {
    return rows.createQuery(
            "SELECT k FROM KeyRow k WHERE k.tenantId = :tenant AND k.id = :id", KeyRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("id", id.toString())
        .getResultStream()
        .findFirst();
  }

  public List<KeyRow> all(String tenantId, int limit) {
    return rows.createQuery(
            "SELECT k FROM KeyRow k WHERE k.tenantId = :tenant ORDER BY k.id", KeyRow.class)
        .setParameter("tenant", tenantId)
        .setMaxResults(limit)
        .getResultList();
  }

  public KeyRow add(KeyRow key) {
    rows.persist(key);
    return key;
  }
}
