package dev.countersign.host.desk;

import dev.countersign.host.domains.OverrideRow;
import dev.countersign.host.domains.Overrides;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Authority;
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
  @Inject Callers callers;
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
          Decision<OverrideRow> decision =
              switch (Authority.operate(callers.of(speaker))) {
                case Decision.Refused<Boolean>(Refusal why) -> new Decision.Refused<>(why);
                case Decision.Allowed<Boolean> allowed -> {
                  overrides.put(row);
                  yield new Decision.Allowed<>(row);
                }
              };
          var note = word.wire() + " until " + Instant.ofEpochMilli(expiresAt) + ": " + reason;
          return records.recorded(speaker, "override_domain", domain, null, decision, note);
        });
  }

  /** {@return whether there was a word to take back} */
  public Decision<Boolean> takeBack(Speaker speaker, String domain) {
    return transactions.run(
        () -> {
          Decision<Boolean> decision =
              switch (Authority.operate(callers.of(speaker))) {
                case Decision.Refused<Boolean> refused -> refused;
                case Decision.Allowed<Boolean> allowed ->
                    overrides.remove(speaker.tenantId(), domain)
                        ? allowed
                        : new Decision.Refused<>(Refusal.NOT_FOUND);
              };
          return records.recorded(speaker, "take_back_override", domain, null, decision);
        });
  }
}
