package dev.countersign.host.desk.asked;

import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Members;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Presented;
import java.util.List;

/** Calls about a mailbox. */
public sealed interface AskedOfMailbox extends Asked<Mailbox> {
  /**
   * Several calls in their order, which happen together or not at all.
   *
   * @param now milliseconds since 1970
   */
  record Changes(long now, Mailbox before, long mailboxNo, Caller caller, List<MailboxCall> calls)
      implements AskedOfMailbox {
    public Changes {
      calls = List.copyOf(calls);
    }

    /** {@return the mailbox after all of the calls, or the first refusal} */
    @Override
    public Decision<Mailbox> answer() {
      Decision<Mailbox> sofar = new Decision.Allowed<>(before);
      for (var call : calls) {
        if (sofar instanceof Decision.Allowed<Mailbox>(Mailbox next)) {
          sofar = Authority.step(now, next, mailboxNo, caller, call);
        }
      }
      return sofar;
    }

    @Override
    public Members members() {
      return asking(now, mailboxNo, caller, calls.stream().map(CallJson::of).toList())
          .with("before", KernelJson.mailbox(before));
    }
  }

  /**
   * A new one.
   *
   * @param now milliseconds since 1970
   * @param idTaken the address had a mailbox before
   */
  record Create(
      long now,
      boolean idTaken,
      Caller caller,
      long mailboxNo,
      Mode mode,
      Policy policy,
      Presented by)
      implements AskedOfMailbox {
    @Override
    public Decision<Mailbox> answer() {
      return Authority.createMailbox(now, idTaken, caller, mailboxNo, mode, policy, by);
    }

    @Override
    public Members members() {
      var call =
          CallJson.named(Action.CREATE_MAILBOX)
              .with("id_taken", idTaken)
              .with("mode", mode.wire())
              .with("policy", KernelJson.policy(policy))
              .with("presented", CallJson.presented(by));
      return asking(now, mailboxNo, caller, List.of(call.map()));
    }
  }

  private static Members asking(long now, long mailboxNo, Caller caller, List<?> calls) {
    return new Members()
        .with("kind", "mailbox")
        .with("now", now)
        .with("mailbox_no", mailboxNo)
        .with("caller", KernelJson.caller(caller))
        .with("calls", calls);
  }
}
