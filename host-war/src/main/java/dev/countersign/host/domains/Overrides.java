package dev.countersign.host.domains;

import dev.countersign.kernel.DomainOverride;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What operators say about domains, in the database. */
@ApplicationScoped
public class Overrides {
  @PersistenceContext EntityManager rows;

  /** Puts this word in place of any other about the same domain. */
  public void put(OverrideRow row) {
    rows.merge(row);
  }

  /** {@return whether there was one} */
  public boolean remove(String tenantId, String domain) {
    var row = rows.find(OverrideRow.class, new OverrideRow.Name(tenantId, domain));
    if (row != null) {
      rows.remove(row);
    }
    return row != null;
  }

  /** Those that have not expired. */
  public List<OverrideRow> inForce(String tenantId, long now, int limit) {
    return rows.createQuery(
            "SELECT o FROM OverrideRow o WHERE o.tenantId = :tenant AND o.expiresAt > :now"
                + " ORDER BY o.domain",
            OverrideRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The word about this domain, or about the nearest one above it. */
  public DomainOverride of(String tenantId, String domain, long now) {
    List<String> names = new ArrayList<>();
    for (String name = domain; !name.isEmpty(); name = above(name)) {
      names.add(name);
    }
    return rows.createQuery(
            "SELECT o FROM OverrideRow o WHERE o.tenantId = :tenant AND o.domain IN :names"
                + " AND o.expiresAt > :now",
            OverrideRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("names", names)
        .setParameter("now", now)
        .getResultStream()
        .max(Comparator.comparingInt(row -> row.domain().length()))
        .map(OverrideRow::word)
        .orElse(DomainOverride.NONE);
  }

  private static String above(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
