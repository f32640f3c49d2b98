package dev.countersign.host.api.mail;

import dev.countersign.host.api.Decided;
import dev.countersign.host.api.Lookup;
import dev.countersign.host.api.Sending;
import dev.countersign.host.api.access.CurrentCall;
import dev.countersign.host.api.json.ReplyBody;
import dev.countersign.host.desk.ReplyDesk;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** Answering a message, under either of its addresses. */
@ApplicationScoped
class Replying {
  @Inject ReplyDesk desk;
  @Inject Sending sending;
  @Inject CurrentCall call;
  @Inject Lookup lookup;
  @Inject Limits limits;

  Response reply(String mailbox, String email, ReplyBody body) {
    var box = lookup.mailbox(mailbox);
    var original = Decided.allowed(desk.original(call.speaker(), lookup.email(mailbox, email)));
    var sender = Sending.sender(box);
    return sending.submit(
        box, body.request(sender, original.message(), original.mayBeQuoted(), limits));
  }
}
