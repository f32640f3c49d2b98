package dev.countersign.conformance.simulation;

import static java.util.Objects.requireNonNull;

import dev.countersign.host.desk.SendRequest;
import dev.countersign.host.ledger.LedgerRow;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Submission;
import dev.countersign.kernel.View;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The ledger, entry by entry, put to the kernel: one call at a time. */
final class Replay {
  private final Map<String, Key> keys;
  private final Map<String, Object> asked;
  private final long mailboxNo;
  final Map<String, Message> messages = new LinkedHashMap<>();
  Mailbox mailbox;

  Replay(MailboxRow mailbox, Map<String, Key> keys, Map<String, Object> asked) {
    this.mailbox = mailbox.mailbox();
    this.mailboxNo = mailbox.no();
    this.keys = keys;
    this.asked = asked;
  }

  /** {@return what the kernel answers: {@code ok}, or its reason} */
  String step(LedgerRow entry) {
    var call = asked.containsKey(entry.requestId()) ? asked.get(entry.requestId()) : own(entry);
    return switch (call) {
      case SendRequest request -> submit(entry, request);
      case MailboxCall change -> change(entry, change);
      case MessageCall about -> step(entry, about);
      default -> throw new IllegalStateException("no call: " + call);
    };
  }

  private String submit(LedgerRow entry, SendRequest request) {
    var timing = request.gateTiming().orElseThrow();
    var decision =
        Oversight.submit(
            entry.at(),
            mailbox,
            false,
            false,
            caller(entry),
            new Submission(request.digest(), request.sendAt(), timing));
    if (decision instanceof Decision.Allowed<Message>(Message message)) {
      messages.put(requireNonNull(entry.objectId()), message);
    }
    return outcome(decision);
  }

  private String change(LedgerRow entry, MailboxCall call) {
    var decision = Authority.step(entry.at(), mailbox, mailboxNo, caller(entry), call);
    if (decision instanceof Decision.Allowed<Mailbox>(Mailbox next)) {
      mailbox = next;
    }
    return outcome(decision);
  }

  private String step(LedgerRow entry, MessageCall call) {
    var id = requireNonNull(entry.objectId());
    var message = messages.get(id);
    if (message == null) {
      return "no such message";
    }
    var view = View.of(entry.at(), mailbox, false);
    var decision = Oversight.step(view, caller(entry), message, call);
    if (decision instanceof Decision.Allowed<Message>(Message next)) {
      messages.put(id, next);
    }
    return outcome(decision);
  }

  private Caller caller(LedgerRow entry) {
    if (entry.keyId() == null) {
      return Caller.system(Role.valueOf(entry.actorRole().toUpperCase(Locale.ROOT)));
    }
    var key = requireNonNull(keys.get(entry.keyId()));
    return Caller.presenting(key.holder(), key);
  }

  private static String outcome(Decision<?> decision) {
    return switch (decision) {
      case Decision.Refused<?>(var why) -> why.code();
      case Decision.Allowed<?> allowed -> "ok";
    };
  }

  /** What the server's own parts say stands in the entry. */
  private static MessageCall own(LedgerRow entry) {
    return switch (entry.action()) {
      case "scan_result" -> new MessageCall.ScanResult(digest(entry), risk(entry));
      case "release" -> new MessageCall.Release();
      case "expire" -> new MessageCall.Expire();
      case "begin_dispatch" -> new MessageCall.BeginDispatch();
      case "unreachable" -> new MessageCall.Unreachable();
      case "accepted" -> new MessageCall.Accepted();
      case "failed" -> new MessageCall.Failed();
      case "deferred" -> new MessageCall.Deferred();
      case "outcome_unknown" -> new MessageCall.OutcomeUnknown();
      case "report" -> new MessageCall.Report(true);
      default -> throw new IllegalStateException("nobody asked for " + entry.action());
    };
  }

  private static Digest digest(LedgerRow entry) {
    return Digest.ofBytes(HexFormat.of().parseHex(requireNonNull(entry.digest())));
  }

  private static Risk risk(LedgerRow entry) {
    return requireNonNull(entry.risk()).equals("unchecked")
        ? new Risk.Unchecked()
        : new Risk.Unknown();
  }
}
