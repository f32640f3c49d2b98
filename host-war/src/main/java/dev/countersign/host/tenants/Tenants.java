package dev.countersign.host.tenants;

import dev.countersign.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tenants and principals in the database. */
@ApplicationScoped
public class Tenants {
  @PersistenceContext EntityManager rows;

  // H2 has no lock that several can hold at once.
  @Inject
  @ConfigProperty(name = "countersign.db.shared-lock", defaultValue = "FOR UPDATE")
  String sharedLock;

  public TenantRow tenant(String id) {
    return Optional.ofNullable(rows.find(TenantRow.class, id))
        .orElseThrow(() -> new IllegalStateException("a row names a tenant that is not there"));
  }

  /** Reads the row again, and has it alone until the transaction ends. */
  public void hold(String id) {
    // Reading again would undo what this transaction has changed and not written yet.
    rows.flush();
    rows.refresh(tenant(id), LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Keeps others from changing what calls on messages go by until the transaction ends: modes,
   * policies, keys and stops are changed only by whoever {@link #hold}s the tenant.
   */
  public void share(String id) {
    rows.createNativeQuery("SELECT id FROM tenants WHERE id = ?1 " + sharedLock)
        .setParameter(1, id)
        .getResultList();
  }

  /** Ids of all, deleted ones too. */
  public List<String> ids() {
    return rows.createQuery("SELECT t.id FROM TenantRow t ORDER BY t.id", String.class)
        .getResultList();
  }

  public boolean none() {
    return rows.createQuery("SELECT COUNT(t) FROM TenantRow t", Long.class).getSingleResult() == 0;
  }

  public void add(TenantRow tenant) {
    rows.persist(tenant);
  }

  public PrincipalRow principal(long no) {
    return Optional.ofNullable(rows.find(PrincipalRow.class, no))
        .orElseThrow(() -> new IllegalStateException("a row names a principal that is not there"));
  }

  /** By the public id. */
  public Optional<PrincipalRow> byId(String tenantId, String id) {
    return rows.createQuery(
            "SELECT p FROM PrincipalRow p WHERE p.tenantId = :tenant AND p.id = :id",
            PrincipalRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  public Optional<PrincipalRow> byAddress(String tenantId, Role role, String address) {
    return rows.createQuery(
            "SELECT p FROM PrincipalRow p"
                + " WHERE p.tenantId = :tenant AND p.role = :role AND p.address = :address",
            PrincipalRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("role", role)
        .setParameter("address", address)
        .getResultStream()
        .findFirst();
  }

  public PrincipalRow add(PrincipalRow principal) {
    rows.persist(principal);
    return principal;
  }
}
