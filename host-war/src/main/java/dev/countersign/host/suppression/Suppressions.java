package dev.countersign.host.suppression;

import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.ids.SuppressionId;
import dev.countersign.host.mail.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suppressed addresses in the database. A tenant finds its own and no others. */
@ApplicationScoped
public class Suppressions {
  // After every id, in whatever order the database has its letters.
  private static final String LAST = "sup_" + "Z".repeat(26);

  @PersistenceContext EntityManager rows;

  /** {@return how addresses are compared: without a name, all in lower case} */
  public static String comparable(EmailAddress address) {
    return comparable(address.address());
  }

  private static String comparable(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  /**
   * Sends this address nothing more. A second reason counts if it weighs more than the first.
   *
   * @param mailbox whose mail was the occasion
   */
  public SuppressionRow add(
      String tenantId, String address, Reason reason, Optional<MailboxId> mailbox, long now) {
    var known = find(tenantId, List.of(address)).stream().findFirst();
    if (known.isPresent()) {
      known.get().strengthen(reason, mailbox, now);
      return known.get();
    }
    var row =
        new SuppressionRow(
            SuppressionId.mint(), tenantId, comparable(address), reason, mailbox, now);
    rows.persist(row);
    return row;
  }

  /** Those of these addresses that are suppressed. */
  public List<SuppressionRow> find(String tenantId, Collection<String> addresses) {
    var wanted = addresses.stream().map(Suppressions::comparable).distinct().toList();
    if (wanted.isEmpty()) {
      return List.of();
    }
    return rows.createQuery(
            "SELECT s FROM SuppressionRow s WHERE s.tenantId = :tenant AND s.address IN :wanted"
                + " ORDER BY s.address",
            SuppressionRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("wanted", wanted)
        .getResultStream()
        .toList();
  }

  /** Newest first, one more than fits a page, which tells that there is a next one. */
  public List<SuppressionRow> page(String tenantId, Optional<SuppressionId> before, int limit) {
    return rows.createQuery(
            "SELECT s FROM SuppressionRow s WHERE s.tenantId = :tenant AND s.id < :before"
                + " ORDER BY s.id DESC",
            SuppressionRow.class)
        .setParameter("tenant", tenantId)
        .setParameter("before", before.map(SuppressionId::toString).orElse(LAST))
        .setMaxResults(limit + 1)
        .getResultList();
  }

  /** {@return whether the address was suppressed} */
  public Optional<SuppressionRow> remove(String tenantId, String address) {
    var found = find(tenantId, List.of(address)).stream().findFirst();
    found.ifPresent(rows::remove);
    return found;
  }
}
