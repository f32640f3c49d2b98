package dev.countersign.host.tenants;

import dev.countersign.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Tenants and principals in the database. */
@ApplicationScoped
public class Tenants {
  @PersistenceContext EntityManager rows;

  public TenantRow tenant(String id) {
    return Optional.ofNullable(rows.find(TenantRow.class, id))
        .orElseThrow(() -> new IllegalStateException("a row names a tenant that is not there"));
  }

  /** Reads the row again and keeps others from changing it until the transaction ends. */
  public void hold(String id) {
    rows.refresh(tenant(id), LockModeType.PESSIMISTIC_WRITE);
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
