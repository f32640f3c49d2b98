package dev.countersign.host.dispatch;

import static dev.countersign.host.dispatch.Worker.part;

import dev.countersign.host.desk.MessageDesk;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.inbound.reports.BounceType;
import dev.countersign.host.mail.ComposedMail;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.MailTransport;
import dev.countersign.host.mail.Outcome;
import dev.countersign.host.mail.TransportException;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.outbox.Lease;
import dev.countersign.host.suppression.Suppressions;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands one message to the mail server. The kernel's leave and the exact bytes are stored before
 * the first byte leaves, so after a crash in between nobody sends blindly again: exactly-once by
 * mail cannot be had (RFC 1047), at-most-once with a question to a person can.
 */
@ApplicationScoped
class Dispatcher {
  private static final Outcome UNWANTED =
      new Outcome.Failed("not handed over: a recipient is on the suppression list");

  @Inject MailTransport transport;
  @Inject MessageDesk desk;
  @Inject Messages messages;
  @Inject Outgoing outgoing;
  @Inject Suppressions suppressions;
  @Inject InstantSource time;

  void handOver(MessageRow row, Lease lease) {
    var id = lease.message();
    if (lease.takenOver()) {
      var unknown = new MessageCall.OutcomeUnknown();
      desk.call(part(row, Role.DISPATCHER), id, unknown, "its dispatch was interrupted");
    }
    try (var session = transport.open()) {
      handOver(row, id, session);
    } catch (TransportException e) {
      desk.call(part(row, Role.DISPATCHER), id, new MessageCall.Unreachable(), e.getMessage());
    }
  }

  private void handOver(MessageRow row, EmailId id, MailTransport.Session session) {
    var mail = new AtomicReference<ComposedMail>();
    var unwanted = new AtomicBoolean();
    var begun =
        desk.call(
            part(row, Role.DISPATCHER),
            id,
            new MessageCall.BeginDispatch(),
            null,
            leaving -> {
              var composed = outgoing.compose(leaving);
              messages.addTransmission(outgoing.transmission(leaving, composed));
              mail.set(composed);
              unwanted.set(suppressed(leaving));
            });
    switch (begun) {
      case Decision.Allowed<MessageRow> allowed ->
          report(
              row,
              id,
              unwanted.get() ? UNWANTED : send(session, Objects.requireNonNull(mail.get())));
      // What keeps it from leaving may mean that it has to wait elsewhere.
      case Decision.Refused<MessageRow> refused ->
          desk.call(part(row, Role.CLOCK), id, new MessageCall.Release(), null);
    }
  }

  /** Also what was approved before its recipient bounced or unsubscribed does not leave. */
  private boolean suppressed(MessageRow row) {
    var recipients = row.draft(List.of()).recipients().stream().map(EmailAddress::address).toList();
    return !suppressions.find(row.tenantId(), recipients).isEmpty();
  }

  private static Outcome send(MailTransport.Session session, ComposedMail mail) {
    return session.send(mail.message(), mail.envelope());
  }

  private void report(MessageRow row, EmailId id, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted(String reply) -> accepted(row, id, reply);
      case Outcome.Failed(String reply) -> failed(row, id, reply);
      case Outcome.Deferred(String reply) -> answered(row, id, new MessageCall.Deferred(), reply);
      case Outcome.Unknown(String cause) ->
          desk.call(part(row, Role.DISPATCHER), id, new MessageCall.OutcomeUnknown(), cause);
    }
  }

  /** If the lease ran out meanwhile, the answer still settles what was indeterminate. */
  private void accepted(MessageRow row, EmailId id, String reply) {
    var decision = answered(row, id, new MessageCall.Accepted(), reply);
    if (decision instanceof Decision.Refused<MessageRow>) {
      answered(row, id, new MessageCall.Report(true), reply);
    }
  }

  private void failed(MessageRow row, EmailId id, String reply) {
    desk.call(
        part(row, Role.MAIL_SERVER),
        id,
        new MessageCall.Failed(),
        reply,
        after -> {
          after.answered(reply, time.millis());
          after.reported().bounced(BounceType.ofReply(reply).wire(), time.millis());
        });
  }

  private Decision<MessageRow> answered(
      MessageRow row, EmailId id, MessageCall call, String reply) {
    return desk.call(
        part(row, Role.MAIL_SERVER),
        id,
        call,
        reply,
        after -> after.answered(reply, time.millis()));
  }
}
