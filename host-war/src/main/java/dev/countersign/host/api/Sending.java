package dev.countersign.host.api;

import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.json.SendBody;
import dev.countersign.host.api.json.SentAnswer;
import dev.countersign.host.desk.SubmitDesk;
import dev.countersign.host.desk.Submitted;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RefusalAnswers;
import dev.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Handing in a message, in both dialects. */
@ApplicationScoped
class Sending {
  @Inject SubmitDesk desk;
  @Inject CurrentCall call;
  @Inject Limits limits;

  Response send(MailboxRow box, SendBody body) {
    var sender = EmailAddress.of(box.address(), Optional.ofNullable(box.displayName()));
    var request = body.request(sender, limits);
    return switch (desk.submit(call.speaker(), Lookup.id(box), request)) {
      case Submitted.New(MessageRow message) ->
          Response.accepted(SentAnswer.accepted(message)).build();
      case Submitted.Replayed(MessageRow message) ->
          Response.ok(SentAnswer.repeated(message)).build();
      case Submitted.KeyReused reused ->
          throw Problem.field(
              ErrorCode.IDEMPOTENCY_MISMATCH,
              "idempotency_key",
              "This idempotency key was used for another request; choose a new one.");
      case Submitted.Refused(Refusal why) -> throw RefusalAnswers.of(why);
    };
  }
}
