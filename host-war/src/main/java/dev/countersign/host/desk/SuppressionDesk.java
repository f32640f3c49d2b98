package dev.countersign.host.desk;

import dev.countersign.host.ledger.Action;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.suppression.Reason;
import dev.countersign.host.suppression.SuppressionRow;
import dev.countersign.host.suppression.Suppressions;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where an address is taken off a tenant's mail by hand, which agents may do too, or is let be
 * written to again, which is for operators.
 */
@ApplicationScoped
public class SuppressionDesk {
  @Inject Transactions transactions;
  @Inject Suppressions suppressions;
  @Inject Records records;
  @Inject InstantSource time;

  public Decision<SuppressionRow> suppress(Speaker speaker, String address) {
    return transactions.run(
        () ->
            records.annotated(
                speaker,
                records.entry(speaker, Action.SUPPRESS).onTyped(address),
                () ->
                    new Decision.Allowed<>(
                        suppressions.add(
                            speaker.tenantId(),
                            address,
                            Reason.MANUAL,
                            Optional.empty(),
                            time.millis()))));
  }

  /** Whatever the reason was: the entry tells who did it, and what it was. */
  public Decision<SuppressionRow> lift(Speaker speaker, String address) {
    return transactions.run(
        () -> {
          var entry = records.entry(speaker, Action.LIFT_SUPPRESSION).onTyped(address);
          return records.operated(
              speaker,
              entry,
              () ->
                  suppressions
                      .remove(speaker.tenantId(), address)
                      .<Decision<SuppressionRow>>map(Decision.Allowed::new)
                      .orElseGet(() -> new Decision.Refused<>(Refusal.NOT_FOUND)));
        });
  }
}
