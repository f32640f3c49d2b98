package dev.countersign.conformance.simulation;

import dev.countersign.conformance.kernel.Altered;
import dev.countersign.host.desk.MessageDesk;
import dev.countersign.host.desk.Speaker;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Status;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A planted fault: a dispatch begins and nobody asks the kernel. */
class DeskThatSkips extends MessageDesk {
  @Inject Transactions transactions;
  @Inject Messages messages;
  @Inject Ledger ledger;
  @Inject InstantSource time;

  @Override
  public Decision<MessageRow> call(
      Speaker speaker,
      EmailId id,
      MessageCall call,
      @Nullable String note,
      Consumer<MessageRow> alongside) {
    return call instanceof MessageCall.BeginDispatch
        ? transactions.run(() -> begin(speaker, id, alongside))
        : super.call(speaker, id, call, note, alongside);
  }

  private Decision<MessageRow> begin(Speaker speaker, EmailId id, Consumer<MessageRow> alongside) {
    var row = messages.find(id).orElseThrow();
    row.become(Altered.status(row.message(), Status.SENDING), "", time.millis());
    alongside.accept(row);
    ledger.append(
        LedgerEntry.of(time.millis(), speaker.actor(), Action.BEGIN_DISPATCH)
            .on(row.id())
            .about(row.message()));
    return new Decision.Allowed<>(row);
  }
}
