package dev.countersign.kernel;

import dev.countersign.kernel.core.MessageEffect;
import dev.countersign.kernel.core.MessageStep;
import dev.countersign.kernel.core.Standing;
import dev.countersign.kernel.core.TenantRequires;

/** What happens to messages. Times are milliseconds since 1970. */
public final class Oversight {
  private Oversight() {}

  /** One call on one message. */
  public static Decision<Message> step(
      View view, Caller caller, Message message, MessageCall call) {
    var m = Core.in(message);
    var act = Core.in(call);
    return Core.decision(
        MessageStep.requires(view.core, caller.core, m, act),
        () -> Core.out(MessageStep.next(view.core, caller.core, m, act)));
  }

  /**
   * A message handed in to be sent.
   *
   * @param idTaken the store has a message of this id already
   */
  public static Decision<Message> submit(
      long now,
      Mailbox box,
      boolean tenantSuspended,
      boolean idTaken,
      Caller caller,
      Submission s) {
    View view = View.of(now, box, tenantSuspended);
    return Core.decision(
        TenantRequires.submit(view.core, Core.in(box), idTaken, caller.core, s.sendAt()),
        () ->
            Core.out(
                dev.countersign.kernel.core.Message.submitted(
                    caller.core.who,
                    Core.in(s.digest()),
                    s.sendAt(),
                    s.gateTiming().code,
                    box.mode().code,
                    box.policy().requiredApprovals())));
  }

  /** A message that came in. */
  public static Decision<Message> receive(
      long now, Mailbox box, boolean tenantSuspended, boolean idTaken, Caller caller, Arrival a) {
    View view = View.of(now, box, tenantSuspended);
    return Core.decision(
        TenantRequires.receive(Core.in(box), idTaken, caller.core),
        () ->
            Core.out(
                MessageEffect.received(
                    view.core, caller.core.who, Core.in(a.digest()), a.verdict().code)));
  }

  /** May the caller be shown it? Says nothing of scopes: {@link Authority#look} does. */
  public static boolean visible(View view, Caller caller, Message message) {
    return Standing.visible(view.core, caller.core, Core.in(message));
  }

  /** A person is to decide about it. */
  public static boolean awaitsDecision(View view, Message message) {
    return Standing.awaitsDecision(view.core, Core.in(message));
  }

  /** How many different people must have approved these very bytes before they may leave. */
  public static int needed(View view, Message message) {
    return Standing.needed(view.core, Core.in(message));
  }

  /** How many have. */
  public static int approved(Message message) {
    return Core.in(message).approvals.count();
  }

  /** The stricter of the mode at submission and the mode now. */
  public static Mode governing(View view, Message message) {
    return Mode.of(Standing.governing(view.core, Core.in(message)));
  }

  /** What the outbox owes this message next; {@code Dispatch} too while it is being sent. */
  public static Work work(View view, Message message) {
    var m = Core.in(message);
    return switch (dev.countersign.kernel.core.Work.kind(view.core, m)) {
      case dev.countersign.kernel.core.Work.SCAN -> new Work.Scan();
      case dev.countersign.kernel.core.Work.DISPATCH -> new Work.Dispatch();
      case dev.countersign.kernel.core.Work.RELEASE ->
          new Work.At(dev.countersign.kernel.core.Work.at(m), new MessageCall.Release());
      case dev.countersign.kernel.core.Work.EXPIRE ->
          new Work.At(dev.countersign.kernel.core.Work.at(m), new MessageCall.Expire());
      default -> new Work.None();
    };
  }
}
