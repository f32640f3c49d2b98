package dev.countersign.host.desk.asked;

import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Members;
import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Caller;
import dev.countersign.kernel.Code;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Purpose;
import java.util.Optional;

/**
 * A code is asked for.
 *
 * @param now milliseconds since 1970
 * @param secret stands in no entry
 * @param concerned the mailbox of an upgrade
 */
public record AskedOfCode(
    long now, Caller caller, Purpose purpose, Digest secret, Optional<Mailbox> concerned)
    implements Asked<Code> {
  @Override
  public Decision<Code> answer() {
    return Authority.requestCode(now, false, caller, purpose, secret, concerned);
  }

  @Override
  public Members members() {
    return new Members()
        .with("kind", "code")
        .with("now", now)
        .with("caller", KernelJson.caller(caller))
        .with("mailbox", concerned.map(KernelJson::mailbox).orElse(null))
        .with(
            "call",
            CallJson.named(Action.REQUEST_CODE).with("purpose", CallJson.purpose(purpose)).map());
  }
}
