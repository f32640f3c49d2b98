package dev.countersign.host.webhooks;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.LedgerFilter;
import dev.countersign.host.ledger.LedgerRow;
import dev.countersign.host.ledger.LedgerSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Finds the log index of a place. */
@ApplicationScoped
public class LogPlaces {
  @PersistenceContext EntityManager rows;
  @Inject LedgerSearch search;

  /** {@return the log index; empty if the tenant has no such entry, or it has no index yet} */
  public Optional<Long> index(String tenantId, LogPlace place) {
    long size = search.size(tenantId);
    return switch (place) {
      case LogPlace.Index(long index) -> Optional.of(index).filter(wanted -> wanted <= size);
      case LogPlace.Entry(LedgerEntryId id) ->
          Optional.ofNullable(rows.find(LedgerRow.class, id.toString()))
              .filter(entry -> tenantId.equals(entry.tenantId()))
              .map(LedgerRow::logIndex);
      case LogPlace.Time(long at) ->
          search.after(tenantId, LedgerFilter.since(at), 0, size, 0).or(() -> Optional.of(size));
      case LogPlace.End() -> Optional.of(size);
    };
  }
}
