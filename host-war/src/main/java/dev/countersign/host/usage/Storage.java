package dev.countersign.host.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** How many bytes a tenant's mail takes: bodies, attachments and what was transmitted. */
@ApplicationScoped
public class Storage {
  private static final String BYTES =
      "SELECT (SELECT COALESCE(SUM(OCTET_LENGTH(body)), 0) FROM messages WHERE tenant_id = ?1)"
          + " + (SELECT COALESCE(SUM(a.size_bytes), 0) FROM attachments a"
          + " JOIN messages m ON m.id = a.message_id WHERE m.tenant_id = ?1)"
          + " + (SELECT COALESCE(SUM(OCTET_LENGTH(t.rfc822)), 0) FROM transmissions t"
          + " JOIN messages m ON m.id = t.message_id WHERE m.tenant_id = ?1)";

  @PersistenceContext EntityManager rows;

  public long bytes(String tenantId) {
    var sum = rows.createNativeQuery(BYTES).setParameter(1, tenantId).getSingleResult();
    return ((Number) sum).longValue();
  }
}
