package dev.countersign.host.desk;

import dev.countersign.host.domains.RiskStandard;
import dev.countersign.host.domains.RiskStandards;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where an operator sets the thresholds of a tenant. */
@ApplicationScoped
public class RiskStandardDesk {
  @Inject Transactions transactions;
  @Inject RiskStandards standards;
  @Inject Records records;

  /** Counts for flags at once, and for mailboxes that are made from now on. */
  public Decision<RiskStandard> set(Speaker speaker, RiskStandard standard) {
    var note =
        "flagged from "
            + standard.flagFrom()
            + ", blocked above "
            + standard.blockAbove()
            + " thousandths";
    return transactions.run(
        () ->
            records.operated(
                speaker,
                records.entry(speaker, Action.SET_RISK_STANDARD).noting(note),
                () -> {
                  standards.put(speaker.tenantId(), standard);
                  return new Decision.Allowed<>(standard);
                }));
  }
}
