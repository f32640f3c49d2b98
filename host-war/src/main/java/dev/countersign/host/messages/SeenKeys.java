package dev.countersign.host.messages;

import dev.countersign.host.inbound.authentication.Authentication.Dkim;
import dev.countersign.host.inbound.authentication.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * The DKIM keys that mail from a domain was signed with, as last seen, in the database: how a
 * domain looks after its keys.
 */
@ApplicationScoped
public class SeenKeys {
  private static final int SOUND_BITS = 1024;

  @PersistenceContext EntityManager rows;

  /** Keeps those that there are; what names none says nothing of its domain. */
  public void keep(String tenantId, List<Dkim> signatures, long now) {
    for (Dkim each : signatures) {
      boolean real = each.result() == Result.PASS || each.result() == Result.POLICY;
      if (real && each.keyBits() > 0) {
        keep(tenantId, each, now);
      }
    }
  }

  private void keep(String tenantId, Dkim key, long now) {
    delete(tenantId, key);
    rows.createNativeQuery(
            "INSERT INTO seen_dkim_keys"
                + " (tenant_id, domain, selector, algorithm, bits, testing, seen_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, tenantId)
        .setParameter(2, key.domain())
        .setParameter(3, key.selector())
        .setParameter(4, kind(key.algorithm()))
        .setParameter(5, key.keyBits())
        .setParameter(6, key.testing())
        .setParameter(7, now)
        .executeUpdate();
  }

  private void delete(String tenantId, Dkim key) {
    rows.createNativeQuery(
            "DELETE FROM seen_dkim_keys WHERE tenant_id = ?1 AND domain = ?2 AND selector = ?3")
        .setParameter(1, tenantId)
        .setParameter(2, key.domain())
        .setParameter(3, key.selector())
        .executeUpdate();
  }

  private static String kind(String algorithm) {
    int end = algorithm.indexOf('-');
    return end < 0 ? "rsa" : algorithm.substring(0, end);
  }

  /** Whether its mail was signed with a short RSA key, or with one that it is only trying out. */
  public boolean weak(String tenantId, String domain) {
    return !rows.createNativeQuery(
            "SELECT 1 FROM seen_dkim_keys WHERE tenant_id = ?1 AND domain = ?2"
                + " AND (testing = TRUE OR (algorithm = 'rsa' AND bits < "
                + SOUND_BITS
                + "))")
        .setParameter(1, tenantId)
        .setParameter(2, domain)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
