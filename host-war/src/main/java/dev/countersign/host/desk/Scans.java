package dev.countersign.host.desk;

import dev.countersign.host.desk.asked.Actions;
import dev.countersign.host.desk.asked.AskedOfMessage;
import dev.countersign.host.domains.Judgement;
import dev.countersign.host.domains.MessageDomains;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The scanner's word about a message that is just being handed in, where it is known that soon. It
 * joins the transaction of the submission; what is not settled is left to the scanner.
 */
@ApplicationScoped
class Scans {
  @Inject Callers callers;
  @Inject Views views;
  @Inject Ledger ledger;
  @Inject MessageDomains domains;

  void tell(Speaker speaker, View view, MessageRow row, Judgement judgement) {
    Risk risk = judgement.risk(row.mailbox().mailbox().policy().riskThreshold());
    if (!judgement.settled() || risk instanceof Risk.Unknown) {
      return;
    }
    var scanner = new Speaker.Part(row.tenantId(), Role.SCANNER, speaker.actor().requestId());
    var call = new MessageCall.ScanResult(row.message().digest(), risk);
    var box = row.mailbox();
    var place =
        new AskedOfMessage.Place(
            view.now(), box.mailbox(), views.suspended(box), callers.of(scanner));
    var asked = new AskedOfMessage.Next(place, row.message(), call);
    var answer = asked.answer();
    if (answer instanceof Decision.Allowed<Message>(Message next)) {
      row.become(next, "", view.now());
      domains.keep(row.tenantId(), row.id(), judgement);
      ledger.append(
          LedgerEntry.of(view.now(), scanner.actor(), Actions.of(call))
              .on(row.id())
              .under(LedgerEntry.InForce.of(box))
              .about(row.message())
              .noting(judgement.summary())
              .showing(asked.kept(answer)));
    }
  }
}
