package dev.countersign.host.messages;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.messages.DeliveryReportRow.Fact;
import dev.countersign.host.messages.DeliveryReportRow.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.stream.Collectors;

/** What reports said, in the database: of each recipient each thing once. */
@ApplicationScoped
public class DeliveryReports {
  @PersistenceContext EntityManager rows;

  /** {@return whether it is news} */
  public boolean add(MessageRow message, Fact fact, long now) {
    if (recipients(message, fact.kind()).contains(fact.recipient())) {
      return false;
    }
    rows.persist(new DeliveryReportRow("rep_" + EmailId.mint().ulid(), message, fact, now));
    return true;
  }

  /** Of whom this was said. */
  public Set<String> recipients(MessageRow message, Kind kind) {
    return rows.createQuery(
            "SELECT r.recipient FROM DeliveryReportRow r"
                + " WHERE r.messageId = :message AND r.kind = :kind",
            String.class)
        .setParameter("message", message.id())
        .setParameter("kind", kind.wire())
        .getResultStream()
        .collect(Collectors.toSet());
  }
}
