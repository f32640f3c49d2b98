package dev.countersign.host.ledger;

import dev.countersign.host.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Erasing what stands beside entries. The entries themselves are never touched. */
@ApplicationScoped
public class PayloadErasure {
  private static final String DUE =
      "SELECT p.entry_id, e.object_id FROM ledger_payloads p"
          + " JOIN ledger_entries e ON e.id = p.entry_id"
          + " WHERE e.tenant_id = ?1 AND e.at <= ?2 AND p.entry_id > ?3"
          + " AND NOT EXISTS (SELECT 1 FROM erased_payloads x WHERE x.entry_id = p.entry_id)"
          + " AND NOT EXISTS (SELECT 1 FROM legal_holds h WHERE h.tenant_id = e.tenant_id"
          + " AND h.lifted_at IS NULL AND (h.message_id = e.object_id"
          + " OR h.mailbox_id = e.mailbox_id OR (h.message_id IS NULL AND h.mailbox_id IS NULL)))"
          + " ORDER BY p.entry_id LIMIT ";

  @PersistenceContext EntityManager rows;

  /** What stands beside one entry, and which object the entry is about, if that is known. */
  public record Due(String entryId, @Nullable String objectId) {}

  /**
   * What is past its time, in the order of the entries' ids; nothing that is held.
   *
   * @param log the tenant's id, or {@code server}
   * @param before milliseconds since 1970: written then or earlier
   * @param after the id to go on from
   */
  public List<Due> due(String log, long before, String after, int limit) {
    Query query = rows.createNativeQuery(DUE + limit);
    query.setParameter(1, log);
    query.setParameter(2, before);
    query.setParameter(3, after);
    List<?> found = query.getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(row -> new Due((String) row[0], (@Nullable String) row[1]))
        .toList();
  }

  /**
   * Erases content and salt, so that not even a guess can be tried against the entry's commitment.
   *
   * @param sentence to stand where the content was
   */
  public void erase(List<Due> payloads, String sentence, long now) {
    var instead = new String(Json.bytes(Map.of("note", sentence)), StandardCharsets.UTF_8);
    for (Due payload : payloads) {
      rows.createNativeQuery(
              "UPDATE ledger_payloads SET salt = '', payload = ?1 WHERE entry_id = ?2")
          .setParameter(1, instead)
          .setParameter(2, payload.entryId())
          .executeUpdate();
      rows.createNativeQuery("INSERT INTO erased_payloads (entry_id, erased_at) VALUES (?1, ?2)")
          .setParameter(1, payload.entryId())
          .setParameter(2, now)
          .executeUpdate();
    }
  }
}
