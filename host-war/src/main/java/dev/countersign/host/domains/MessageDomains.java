package dev.countersign.host.domains;

import dev.countersign.host.domains.signals.HistorySignal;
import dev.countersign.host.messages.SeenKeys;
import dev.countersign.host.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The domains that messages go to, in the database: what was known, and what became of the mail.
 */
@ApplicationScoped
public class MessageDomains {
  private static final int LATEST = 200;

  @PersistenceContext EntityManager rows;
  @Inject SeenKeys keys;

  /** Keeps what a message was judged by, in place of what it was judged by before. */
  public void keep(String tenantId, String messageId, Judgement judgement) {
    rows.createQuery("DELETE FROM MessageDomainRow d WHERE d.messageId = :id")
        .setParameter("id", messageId)
        .executeUpdate();
    for (Judged each : judgement.domains()) {
      var name = new MessageDomainRow.Name(messageId, each.report().domain());
      var json = new String(Json.bytes(each.report()), StandardCharsets.UTF_8);
      rows.persist(new MessageDomainRow(name, tenantId, each.risk(), json));
    }
  }

  /** Of these messages, what they were judged by; a message that was not judged is not there. */
  public Map<String, List<Report>> reports(Collection<String> messageIds) {
    if (messageIds.isEmpty()) {
      return Map.of();
    }
    return rows(messageIds).stream()
        .collect(
            Collectors.groupingBy(
                MessageDomainRow::messageId,
                Collectors.mapping(MessageDomains::report, Collectors.toList())));
  }

  List<MessageDomainRow> rows(Collection<String> messageIds) {
    return rows.createQuery(
            "SELECT d FROM MessageDomainRow d WHERE d.messageId IN :ids"
                + " ORDER BY d.messageId, d.risk DESC, d.riskScore DESC, d.domain",
            MessageDomainRow.class)
        .setParameter("ids", messageIds)
        .getResultList();
  }

  private static Report report(MessageDomainRow row) {
    try {
      return Json.read(
          new ByteArrayInputStream(row.report().getBytes(StandardCharsets.UTF_8)), Report.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the tenant's latest messages to this domain ended. */
  public HistorySignal.Past past(String tenantId, String domain) {
    Map<String, Long> endings =
        strings(
                rows.createNativeQuery(
                    "SELECT CASE WHEN EXISTS (SELECT 1 FROM delivery_reports r"
                        + " WHERE r.message_id = d.message_id AND r.domain = d.domain"
                        + " AND r.kind = 'complained') THEN 'COMPLAINED'"
                        + " WHEN EXISTS (SELECT 1 FROM delivery_reports r"
                        + " WHERE r.message_id = d.message_id AND r.domain = d.domain"
                        + " AND r.kind = 'bounced') THEN 'SEND_FAILED'"
                        + " ELSE m.status END"
                        + " FROM message_domains d JOIN messages m ON m.id = d.message_id"
                        + " WHERE d.tenant_id = ?1 AND d.domain = ?2"
                        + " ORDER BY d.message_id DESC LIMIT "
                        + LATEST),
                tenantId,
                domain)
            .stream()
            .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    return new HistorySignal.Past(
        endings.getOrDefault("SENT", 0L),
        endings.getOrDefault("SEND_FAILED", 0L),
        endings.getOrDefault("REJECTED", 0L),
        endings.getOrDefault("COMPLAINED", 0L),
        keys.weak(tenantId, domain));
  }

  /** The domains of the tenant's own mailboxes, and the latest that had mail from it. */
  public List<String> known(String tenantId, int limit) {
    return strings(
        rows.createNativeQuery(
            "SELECT SUBSTRING(address FROM POSITION('@' IN address) + 1) FROM mailboxes"
                + " WHERE tenant_id = ?1 UNION SELECT domain FROM (SELECT d.domain,"
                + " MAX(d.message_id) AS latest FROM message_domains d JOIN messages m"
                + " ON m.id = d.message_id WHERE d.tenant_id = ?2 AND m.status = 'SENT'"
                + " GROUP BY d.domain ORDER BY latest DESC LIMIT "
                + limit
                + ") AS corresponded"),
        tenantId,
        tenantId);
  }

  private static List<String> strings(jakarta.persistence.Query query, Object... values) {
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    List<?> found = query.getResultList();
    return found.stream().map(Objects::toString).toList();
  }
}
