package dev.countersign.host.desk.asked;

import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Members;
import dev.countersign.kernel.Arrival;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Submission;
import dev.countersign.kernel.View;
import java.util.Optional;

/** Calls about a message. */
public sealed interface AskedOfMessage extends Asked<Message> {
  /**
   * Where and when a call is made, and by whom.
   *
   * @param now milliseconds since 1970
   */
  record Place(long now, Mailbox mailbox, boolean tenantSuspended, Caller caller) {
    public View view() {
      return View.of(now, mailbox, tenantSuspended);
    }

    private Members asking(Object call) {
      return new Members()
          .with("kind", "message")
          .with("now", now)
          .with("mailbox", KernelJson.mailbox(mailbox))
          .with("tenant_suspended", tenantSuspended)
          .with("caller", KernelJson.caller(caller))
          .with("call", call);
    }
  }

  /** A call about one that is there. */
  record Next(Place place, Message before, MessageCall call) implements AskedOfMessage {
    @Override
    public Decision<Message> answer() {
      return Oversight.step(place.view(), place.caller(), before, call);
    }

    @Override
    public Members members() {
      return place.asking(CallJson.of(call)).with("before", KernelJson.message(before));
    }
  }

  /** One is handed in to be sent. */
  record Submit(Place place, boolean idTaken, Submission submission) implements AskedOfMessage {
    @Override
    public Decision<Message> answer() {
      return Oversight.submit(
          place.now(),
          place.mailbox(),
          place.tenantSuspended(),
          idTaken,
          place.caller(),
          submission);
    }

    @Override
    public Members members() {
      return place.asking(
          CallJson.named(Action.SUBMIT)
              .with("digest", submission.digest().hex())
              .with("send_at", KernelJson.number(submission.sendAt()))
              .with("gate_timing", submission.gateTiming().wire())
              .with("id_taken", idTaken)
              .map());
    }
  }

  /**
   * One has come in.
   *
   * @param handedInBy the operator who speaks for the mail server; empty where the message came to
   *     this server's own
   */
  record Receive(Place place, boolean idTaken, Arrival arrival, Optional<Caller> handedInBy)
      implements AskedOfMessage {
    @Override
    public Decision<Message> answer() {
      return Oversight.receive(
          place.now(), place.mailbox(), place.tenantSuspended(), idTaken, place.caller(), arrival);
    }

    @Override
    public Members members() {
      var members =
          place.asking(
              CallJson.named(Action.RECEIVE)
                  .with("digest", arrival.digest().hex())
                  .with("verdict", arrival.verdict().wire())
                  .with("id_taken", idTaken)
                  .map());
      return handedInBy
          .map(who -> members.with("handed_in_by", KernelJson.caller(who)))
          .orElse(members);
    }
  }
}
