package dev.countersign.host.desk;

import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How the desks for mailboxes, keys and looking turn a decision into a ledger entry. */
@ApplicationScoped
class Records {
  @Inject Ledger ledger;
  @Inject InstantSource time;

  /** Records how a call ended that is about no message, and hands the decision on. */
  <S> Decision<S> recorded(
      Speaker speaker,
      String action,
      @Nullable String object,
      LedgerEntry.@Nullable InForce inForce,
      Decision<S> decision) {
    return recorded(speaker, action, object, inForce, decision, null);
  }

  /** As above, with what was asked for in words. */
  <S> Decision<S> recorded(
      Speaker speaker,
      String action,
      @Nullable String object,
      LedgerEntry.@Nullable InForce inForce,
      Decision<S> decision,
      @Nullable String note) {
    String reason =
        switch (decision) {
          case Decision.Refused<S>(Refusal why) -> why.code();
          case Decision.Allowed<S> allowed -> null;
        };
    ledger.append(
        new LedgerEntry(
            time.millis(), speaker.actor(), action, object, inForce, reason, null, note));
    return decision;
  }

  <S> Decision<S> notFound(Speaker speaker, String action, String object) {
    return recorded(speaker, action, object, null, new Decision.Refused<>(Refusal.NOT_FOUND));
  }
}
