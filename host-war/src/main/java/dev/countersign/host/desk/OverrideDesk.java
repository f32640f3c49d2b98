package dev.countersign.host.desk;

import dev.countersign.host.domains.OverrideRow;
import dev.countersign.host.domains.Overrides;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.DomainOverride;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/** Where an operator's word about a domain is put in place of its score, or taken back. */
@ApplicationScoped
public class OverrideDesk {
  @Inject Transactions transactions;
  @Inject Overrides overrides;
  @Inject Records records;
  @Inject InstantSource time;

  /**
   * The word counts for the domain and all names below it.
   *
   * @param domain in lower-case A-labels
   * @param expiresAt milliseconds since 1970
   */
  public Decision<OverrideRow> override(
      Speaker speaker, String domain, DomainOverride word, String reason, long expiresAt) {
    return transactions.run(
        () -> {
          var row =
              new OverrideRow(
                  new OverrideRow.Name(speaker.tenantId(), domain),
                  word,
                  reason,
                  speaker.actor().id(),
                  time.millis(),
                  expiresAt);
          var note = word.wire() + " until " + Instant.ofEpochMilli(expiresAt) + ": " + reason;
          return records.operated(
              speaker,
              records.entry(speaker, Action.OVERRIDE_DOMAIN).onTyped(domain).noting(note),
              () -> {
                overrides.put(row);
                return new Decision.Allowed<>(row);
              });
        });
  }

  /** {@return whether there was a word to take back} */
  public Decision<Boolean> takeBack(Speaker speaker, String domain) {
    return transactions.run(
        () ->
            records.operated(
                speaker,
                records.entry(speaker, Action.TAKE_BACK_OVERRIDE).onTyped(domain),
                () ->
                    overrides.remove(speaker.tenantId(), domain)
                        ? new Decision.Allowed<>(true)
                        : new Decision.Refused<>(Refusal.NOT_FOUND)));
  }
}
