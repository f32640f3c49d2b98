package dev.countersign.host.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How messages came in, in the database. */
@ApplicationScoped
public class Provenances {
  @PersistenceContext EntityManager rows;

  public void add(ArrivalRow row) {
    rows.persist(row);
  }

  public Optional<ArrivalRow> of(MessageRow message) {
    return Optional.ofNullable(rows.find(ArrivalRow.class, message.id()));
  }

  /** Of these messages, by their ids; what went out has none. */
  public Map<String, ArrivalRow> of(Collection<String> messageIds) {
    if (messageIds.isEmpty()) {
      return Map.of();
    }
    return rows.createQuery(
            "SELECT a FROM ArrivalRow a WHERE a.messageId IN :ids", ArrivalRow.class)
        .setParameter("ids", messageIds)
        .getResultStream()
        .collect(Collectors.toMap(ArrivalRow::messageId, Function.identity()));
  }
}
