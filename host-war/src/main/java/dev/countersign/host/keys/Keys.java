package dev.countersign.host.keys;

import dev.countersign.host.ids.KeyId;
import dev.countersign.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** All that this principal's live keys allow together. */
  public Set<Scope> scopesOf(long holderNo) {
    return rows.createQuery(
            "SELECT k FROM KeyRow k WHERE k.holder.no = :holder AND k.live = TRUE", KeyRow.class)
        .setParameter("holder", holderNo)
        .getResultStream()
        .flatMap(row -> row.key().scopes().set().stream())
        .collect(Collectors.toSet());
  }

  public long countLive(String tenantId) {
    return rows.createQuery(
            "SELECT COUNT(k) FROM KeyRow k WHERE k.tenantId = :tenant AND k.live = TRUE",
            Long.class)
        .setParameter("tenant", tenantId)
        .getSingleResult();
  }

  public KeyRow add(KeyRow key) {
    rows.persist(key);
    return key;
  }
}
