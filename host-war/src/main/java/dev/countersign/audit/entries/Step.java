package dev.countersign.audit.entries;

import dev.countersign.kernel.Arrival;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Presented;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Purpose;
import dev.countersign.kernel.Scopes;
import dev.countersign.kernel.Sight;
import dev.countersign.kernel.Submission;
import dev.countersign.kernel.TenantCall;
import java.util.List;
import java.util.Optional;

/**
 * The kernel's call as recorded, so that it can be made again. Times are milliseconds since 1970;
 * {@code before} is missing of what was not there, {@code after} of calls that the kernel refused.
 */
public sealed interface Step {
  /** Empty only for the founding of a tenant. */
  Optional<CallerFacts> caller();

  /** A call on one message, which sees this mailbox and whether the tenant is stopped. */
  record OnMessage(
      long now,
      Optional<CallerFacts> caller,
      Mailbox mailbox,
      boolean tenantSuspended,
      MessageAsk ask,
      Optional<MessageFacts> before,
      Optional<MessageFacts> after)
      implements Step {}

  /** Several calls on one mailbox that happen together or not at all. */
  record OnMailbox(
      long now,
      Optional<CallerFacts> caller,
      long no,
      List<MailboxAsk> asks,
      Optional<Mailbox> before,
      Optional<Mailbox> after)
      implements Step {}

  /** {@code before} and {@code after}: is the whole tenant stopped? */
  record OnTenant(
      Optional<CallerFacts> caller, TenantCall call, boolean before, Optional<Boolean> after)
      implements Step {}

  record OnKey(
      long now,
      Optional<CallerFacts> caller,
      Optional<Long> no,
      KeyAsk ask,
      Optional<KeyFacts> before,
      Optional<KeyFacts> after)
      implements Step {}

  /**
   * A change of what a tenant keeps beside mailboxes and keys.
   *
   * @param kept false where the kernel gave leave and nothing was there to change
   */
  record Operate(Optional<CallerFacts> caller, boolean kept, Optional<Boolean> after)
      implements Step {}

  /**
   * A change beside the mail, of which nothing leaves.
   *
   * @param kept false where the kernel gave leave and nothing was there to change
   */
  record Annotate(Optional<CallerFacts> caller, boolean kept, Optional<Boolean> after)
      implements Step {}

  /**
   * One thing that is done in an operator's place, or confirmed by an operator with a code.
   *
   * @param confirms asks for the operator and the code
   * @param act digest of what is done
   * @param kept false where the kernel gave leave and nothing was there to change
   */
  record ByCode(
      long now,
      Optional<CallerFacts> caller,
      boolean confirms,
      Digest act,
      Presented by,
      boolean kept,
      Optional<Boolean> after)
      implements Step {}

  /**
   * A code is asked for.
   *
   * @param concerned the mailbox of an upgrade
   * @param after the code without its secret
   */
  record OnCode(
      long now,
      Optional<CallerFacts> caller,
      Purpose purpose,
      Optional<Mailbox> concerned,
      Optional<CodeFacts> after)
      implements Step {}

  record Look(Optional<CallerFacts> caller, Sight sight, Optional<Boolean> after) implements Step {}

  /** What is asked of a message. */
  sealed interface MessageAsk {
    /** With {@code kept} false the request was known already, and no message came of it. */
    record Submit(Submission submission, boolean idTaken, boolean kept) implements MessageAsk {}

    /**
     * Mail from outside.
     *
     * @param handedInBy who speaks for the mail server; empty where it came to the server's own
     */
    record Receive(Arrival arrival, boolean idTaken, Optional<CallerFacts> handedInBy)
        implements MessageAsk {}

    record Ask(MessageCall call) implements MessageAsk {}
  }

  /** What is asked of a mailbox. */
  sealed interface MailboxAsk {
    record Create(Mode mode, Policy policy, boolean idTaken, Presented by) implements MailboxAsk {}

    record Ask(MailboxCall call) implements MailboxAsk {}
  }

  /** What is asked of a key. */
  sealed interface KeyAsk {
    /** The first key of a tenant, its operator's. */
    record Found() implements KeyAsk {}

    record Create(Principal holder, Scopes scopes, boolean idTaken, Presented by)
        implements KeyAsk {}

    record Patch(Scopes scopes, Presented by) implements KeyAsk {}

    record Revoke(Presented by) implements KeyAsk {}
  }
}
