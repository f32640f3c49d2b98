package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Arrival;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.Submission;
import dev.countersign.kernel.TenantCall;
import dev.countersign.kernel.View;
import java.util.Arrays;
import java.util.function.Function;

/** Reads a call as {@code Text.lean} writes it, such as {@code setMode 1 4}. */
final class ActText {
  private final String[] words;

  private ActText(String[] words) {
    this.words = words;
  }

  static Act read(String text) {
    ActText act = new ActText(text.split(" ", -1));
    return switch (act.words[0]) {
      case "submit", "receive", "message" -> act.mail();
      case "createKey", "patchKey", "revokeKey", "requestCode" -> KeyText.read(act.words);
      case "createMailbox" -> act.createMailbox();
      case "applyUpgrade" -> act.applyUpgrade();
      case "setMode" -> act.mailbox(new MailboxCall.SetMode(act.mode(2)));
      case "setPolicy" ->
          act.mailbox(new MailboxCall.SetPolicy(RowText.policy(act.words[2].split(",", -1), 0)));
      case "suspend" -> act.mailbox(new MailboxCall.Suspend());
      case "lift" -> act.mailbox(new MailboxCall.Lift());
      case "removeMailbox" -> act.mailbox(new MailboxCall.Remove());
      case "suspendAll" -> tenant(new TenantCall.SuspendAll());
      case "liftAll" -> tenant(new TenantCall.LiftAll());
      case "look" -> act.look();
      case "setAddress" -> act.setAddress();
      case "operate" -> act.operate(Authority::operate);
      case "confirm" -> act.operate(Authority::confirm);
      case "annotate" -> (rows, caller) -> stored(Authority.annotate(caller), written -> rows);
      case "tick" -> act.tick();
      default -> throw new IllegalArgumentException("no such act: " + text);
    };
  }

  static MessageCall messageCall(String text) {
    return messageCall(text.split(" ", -1));
  }

  private static MessageCall messageCall(String[] w) {
    return switch (w[0]) {
      case "scanResult" -> {
        var risk = RowText.risk(RowText.number(w[2]));
        yield new MessageCall.ScanResult(RowText.digest(RowText.number(w[1])), risk);
      }
      case "approve" -> new MessageCall.Approve(RowText.digest(RowText.number(w[1])));
      case "reject" -> new MessageCall.Reject();
      case "cancel" -> new MessageCall.Cancel();
      case "edit" ->
          new MessageCall.Edit(RowText.digest(RowText.number(w[1])), Long.parseLong(w[2]));
      case "reschedule" -> new MessageCall.Reschedule(Long.parseLong(w[1]));
      case "release" -> new MessageCall.Release();
      case "expire" -> new MessageCall.Expire();
      case "beginDispatch" -> new MessageCall.BeginDispatch();
      case "unreachable" -> new MessageCall.Unreachable();
      case "accepted" -> new MessageCall.Accepted();
      case "failed" -> new MessageCall.Failed();
      case "deferred" -> new MessageCall.Deferred();
      case "outcomeUnknown" -> new MessageCall.OutcomeUnknown();
      case "settle" -> new MessageCall.Settle(RowText.bit(w[1]));
      case "report" -> new MessageCall.Report(RowText.bit(w[1]));
      case "read" -> new MessageCall.Read();
      case "reportSpam" -> new MessageCall.ReportSpam();
      case "notSpam" -> new MessageCall.NotSpam();
      default -> throw new IllegalArgumentException("no such act: " + String.join(" ", w));
    };
  }

  static <S> Decision<Rows> stored(Decision<S> decision, Function<S, Rows> store) {
    return switch (decision) {
      case Decision.Allowed<S>(S next) -> new Decision.Allowed<>(store.apply(next));
      case Decision.Refused<S>(Refusal why) -> new Decision.Refused<>(why);
    };
  }

  static Decision<Rows> notFound() {
    return new Decision.Refused<>(Refusal.NOT_FOUND);
  }

  private Act mail() {
    long id = id(1);
    return switch (words[0]) {
      case "submit" -> {
        var timing = RowText.timing(words[5]);
        var submission = new Submission(RowText.digest(RowText.number(words[3])), id(4), timing);
        yield arriving(
            id,
            (rows, box, caller) ->
                Oversight.submit(
                    rows.now(),
                    box,
                    rows.suspended(),
                    rows.messages().containsKey(id),
                    caller,
                    submission));
      }
      case "receive" -> {
        var verdict = RowText.verdict(words[4]);
        var arrival = new Arrival(RowText.digest(RowText.number(words[3])), verdict);
        yield arriving(
            id,
            (rows, box, caller) ->
                Oversight.receive(
                    rows.now(),
                    box,
                    rows.suspended(),
                    rows.messages().containsKey(id),
                    caller,
                    arrival));
      }
      default -> onMessage(id, messageCall(Arrays.copyOfRange(words, 2, words.length)));
    };
  }

  private interface Coming {
    Decision<Message> into(Rows rows, Mailbox box, Caller caller);
  }

  private Act arriving(long id, Coming coming) {
    long mailbox = id(2);
    return (rows, caller) -> {
      Mailbox box = rows.mailbox(mailbox);
      return box == null
          ? notFound()
          : stored(coming.into(rows, box, caller), next -> rows.with(id, mailbox, next));
    };
  }

  private static Act onMessage(long id, MessageCall call) {
    return (rows, caller) -> {
      Message message = rows.messages().get(id);
      if (message == null) {
        return notFound();
      }
      View view = View.of(rows.now(), rows.mailboxOfMessage(id), rows.suspended());
      return stored(
          Oversight.step(view, caller, message, call),
          next -> rows.with(id, Rows.present(rows.mailboxOf(), id), next));
    };
  }

  private Act mailbox(MailboxCall call) {
    long id = id(1);
    return (rows, caller) -> {
      Mailbox box = rows.mailbox(id);
      return box == null
          ? notFound()
          : stored(Authority.step(rows.now(), box, id, caller, call), next -> rows.with(id, next));
    };
  }

  private Act createMailbox() {
    long id = id(1);
    var policy = RowText.policy(words[3].split(",", -1), 0);
    var by = new Shown(id(4), RowText.number(words[5]));
    return (rows, caller) ->
        stored(
            Authority.createMailbox(
                rows.now(),
                rows.mailboxes().containsKey(id),
                caller,
                id,
                mode(2),
                policy,
                by.in(rows)),
            next -> by.spentIn(rows.with(id, next)));
  }

  private Act applyUpgrade() {
    var by = new Shown(id(3), RowText.number(words[4]));
    return (rows, caller) ->
        stored(
            mailbox(new MailboxCall.ApplyUpgrade(mode(2), by.in(rows))).on(rows, caller),
            by::spentIn);
  }

  private static Act tenant(TenantCall call) {
    return (rows, caller) ->
        stored(Authority.tenant(rows.suspended(), caller, call), rows::stopped);
  }

  private Act look() {
    if (words[1].equals("inbox")) {
      return (rows, caller) ->
          rows.mailbox(id(2)) == null
              ? notFound()
              : stored(Authority.look(caller, Sight.INBOX), seen -> rows);
    }
    Sight sight = Sight.valueOf(words[1].toUpperCase(java.util.Locale.ROOT));
    return (rows, caller) -> stored(Authority.look(caller, sight), seen -> rows);
  }

  private Act setAddress() {
    return (rows, caller) ->
        stored(Authority.setAddress(caller, words[2]), next -> rows.with(id(1), next));
  }

  private interface Leave {
    Decision<Boolean> of(long now, Caller caller, Digest act, Presented by);
  }

  private Act operate(Leave leave) {
    var digest = RowText.digest(RowText.number(words[1]));
    var by = new Shown(id(2), RowText.number(words[3]));
    return (rows, caller) ->
        stored(leave.of(rows.now(), caller, digest, by.in(rows)), done -> by.spentIn(rows));
  }

  private Act tick() {
    return (rows, caller) -> stored(Authority.tick(rows.now(), caller, id(1)), rows::at);
  }

  private Mode mode(int at) {
    return RowText.mode(words[at]);
  }

  private long id(int at) {
    return Long.parseLong(words[at]);
  }
}
