package dev.countersign.host.contacts;

import dev.countersign.host.ids.ContactId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Address books in the database. A tenant finds its own and no others. */
@ApplicationScoped
public class Contacts {
  // After every id, in whatever order the database has its letters.
  private static final String LAST = "con_" + "Z".repeat(26);

  @PersistenceContext EntityManager rows;

  public void add(ContactRow row) {
    rows.persist(row);
  }

  public Optional<ContactRow> find(String tenantId, ContactId id) {
    return Optional.ofNullable(rows.find(ContactRow.class, id.toString()))
        .filter(row -> row.tenantId().equals(tenantId));
  }

  public void remove(ContactRow row) {
    rows.remove(row);
  }

  public boolean known(String tenantId, String address) {
    return rows.createQuery(
                "SELECT COUNT(c) FROM ContactRow c"
                    + " WHERE c.tenantId = :tenant AND c.address = :address",
                Long.class)
            .setParameter("tenant", tenantId)
            .setParameter("address", address)
            .getSingleResult()
        > 0;
  }

  public long count(String tenantId) {
    return rows.createQuery(
            "SELECT COUNT(c) FROM ContactRow c WHERE c.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenantId)
        .getSingleResult();
  }

  /** The domains of those who were added last, each once. */
  public List<String> domains(String tenantId, int limit) {
    List<?> found =
        rows.createNativeQuery(
                "SELECT domain FROM (SELECT SUBSTRING(address FROM POSITION('@' IN address) + 1)"
                    + " AS domain, MAX(id) AS latest FROM contacts WHERE tenant_id = ?1"
                    + " GROUP BY SUBSTRING(address FROM POSITION('@' IN address) + 1)"
                    + " ORDER BY latest DESC LIMIT "
                    + limit
                    + ") AS written_down")
            .setParameter(1, tenantId)
            .getResultList();
    return found.stream().map(Objects::toString).toList();
  }

  /**
   * Newest first, one more than fits a page, which tells that there is a next one.
   *
   * @param part of a name, an address or a tag, in whatever case; empty for all
   */
  public List<ContactRow> page(
      String tenantId, String part, Optional<ContactId> before, int limit) {
    return rows.createQuery(
            "SELECT c FROM ContactRow c WHERE c.tenantId = :tenant AND c.id < :before"
                + " AND (LOWER(c.name) LIKE :part ESCAPE '!' OR LOWER(c.address) LIKE :part"
                + " ESCAPE '!' OR LOWER(c.tags) LIKE :part ESCAPE '!') ORDER BY c.id DESC",
            ContactRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("before", before.map(ContactId::toString).orElse(LAST))
        .setParameter("part", "%" + escaped(part.toLowerCase(Locale.ROOT)) + "%")
        .setMaxResults(limit + 1)
        .getResultList();
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
