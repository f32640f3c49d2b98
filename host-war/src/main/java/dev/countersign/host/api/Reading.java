package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.json.EmailDetail;
import dev.countersign.host.desk.MessageDesk;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.storage.Transactions;
import dev.countersign.kernel.MessageCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reading one message, in both dialects. */
@ApplicationScoped
class Reading {
  @Inject Transactions transactions;
  @Inject MessageDesk desk;
  @Inject Messages messages;
  @Inject EmailViews views;
  @Inject CurrentCall call;

  EmailDetail read(EmailId id) {
    Decided.allowed(desk.call(call.speaker(), id, new MessageCall.Read(), null));
    return transactions.run(() -> views.detail(messages.find(id).orElseThrow()));
  }
}
