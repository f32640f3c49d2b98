package dev.countersign.host.api.access;

import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.platform.EventLog;
import dev.countersign.host.platform.LogField;
import dev.countersign.host.platform.RequestTrace;
import dev.countersign.host.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Locale;

/** The ledger entries of calls that ended before a desk heard of them: one each. */
@ApplicationScoped
class UnheardCalls {
  private static final EventLog LOG = EventLog.of(UnheardCalls.class);

  @Inject Transactions transactions;
  @Inject Ledger ledger;
  @Inject RecordRates rates;
  @Inject InstantSource time;

  void record(CurrentCall call, int status) {
    if (call.settled()) {
      return;
    }
    call.settle();
    if (!due(call, status)) {
      return;
    }
    try {
      transactions.run(() -> complete(entry(call, status)));
    } catch (RuntimeException e) {
      // The call itself has ended; failing its answer too would tell the caller nothing more.
      LOG.event("ledger entry of a call is missing").with(LogField.STATUS, status).with(e).severe();
    }
  }

  /** Strangers who ask for addresses that do not exist leave no entry; the log has them. */
  private boolean due(CurrentCall call, int status) {
    if (!call.attributed()) {
      return call.matched() && rates.admits("anonymous");
    }
    boolean cheap = status == 401 || status == 413 || status == 429;
    return !cheap || rates.admits(String.valueOf(call.actor().keyId()));
  }

  private boolean complete(LedgerEntry entry) {
    boolean missing = !ledger.knows(entry.actor().requestId());
    if (missing) {
      ledger.append(entry);
    }
    return missing;
  }

  private LedgerEntry entry(CurrentCall call, int status) {
    return LedgerEntry.of(time.millis(), call.actor(), call.action())
        .onTyped(call.object())
        .refused(status < 400 ? null : reason(status));
  }

  private static String reason(int status) {
    return RequestTrace.current()
        .flatMap(RequestTrace::code)
        .orElseGet(() -> String.format(Locale.ROOT, "status_%d", status));
  }
}
