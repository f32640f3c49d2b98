package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.json.LabelledAnswer;
import dev.countersign.host.desk.MessageDesk;
import dev.countersign.host.ids.EmailId;
import dev.countersign.kernel.MessageCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Saying of a message what it is. */
@ApplicationScoped
class Labelling {
  @Inject MessageDesk desk;
  @Inject CurrentCall call;

  LabelledAnswer label(EmailId id, MessageCall.ByAgent word, String label) {
    var said = desk.call(call.speaker(), id, word, null, row -> row.labelled(label));
    var row = Decided.allowed(said);
    return new LabelledAnswer(row.id(), row.message().status().wire(), label);
  }
}
