package dev.countersign.audit.entries;

import dev.countersign.audit.entries.Step.MailboxAsk;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;

/** Reads what was called on a mailbox. */
final class MailboxAsks {
  private MailboxAsks() {}

  static MailboxAsk of(Fields call) throws Unreadable {
    String name = call.text("name");
    MailboxAsk ask =
        switch (name) {
          case "create_mailbox" -> {
            var policy = call.object("policy");
            var wanted = Values.policy(policy);
            policy.end();
            yield new MailboxAsk.Create(
                mode(call), wanted, call.flag("id_taken"), Values.presented(call));
          }
          case "set_mode" -> new MailboxAsk.Ask(new MailboxCall.SetMode(mode(call)));
          case "set_policy" -> {
            var policy = call.object("policy");
            var wanted = Values.policy(policy);
            policy.end();
            yield new MailboxAsk.Ask(new MailboxCall.SetPolicy(wanted));
          }
          case "suspend" -> new MailboxAsk.Ask(new MailboxCall.Suspend());
          case "lift" -> new MailboxAsk.Ask(new MailboxCall.Lift());
          case "remove" -> new MailboxAsk.Ask(new MailboxCall.Remove());
          case "apply_upgrade" ->
              new MailboxAsk.Ask(
                  new MailboxCall.ApplyUpgrade(
                      call.word("target", Mode::ofWire), Values.presented(call)));
          default -> throw new Unreadable("nobody calls \"" + name + "\" on a mailbox");
        };
    call.end();
    return ask;
  }

  private static Mode mode(Fields call) throws Unreadable {
    return call.word("mode", Mode::ofWire);
  }
}
