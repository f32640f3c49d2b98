package dev.countersign.conformance.audit;

import static dev.countersign.conformance.audit.Liar.allowed;
import static dev.countersign.conformance.audit.Liar.left;

import dev.countersign.audit.Rule;
import dev.countersign.conformance.kernel.Altered;
import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Status;
import dev.countersign.kernel.TenantCall;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** For every law of oversight a log that tells how it was broken, validly signed. */
final class Lies {
  private static final Policy TWO = new Policy(2, 300, true, 86_400_000L, true, 3);

  private Lies() {}

  static List<Lie> all() {
    return List.of(
        new Lie(
            "left without approval",
            Rule.NO_DELIVERY_WITHOUT_APPROVAL,
            world -> {
              String id = scanned(world, 100);
              allowedAsQueued(world, id);
              return left(world, id);
            }),
        new Lie(
            "left a mailbox that was loosened, unapproved",
            Rule.GATED_NOW_MEANS_GATED,
            world -> {
              String id = scanned(world, 100);
              world.change(world.operator, new MailboxCall.SetMode(Mode.AUTONOMOUS));
              allowedAsQueued(world, id);
              return left(world, id);
            }),
        new Lie(
            "left with one of two approvals, two required since",
            Rule.NO_DELIVERY_WITHOUT_APPROVAL,
            world -> {
              String id = approved(world);
              world.change(world.operator, new MailboxCall.SetPolicy(TWO));
              return left(world, id);
            }),
        new Lie(
            "approved other bytes",
            Rule.APPROVAL_BINDS_BYTES,
            world -> {
              String id = scanned(world, 100);
              world.call(world.ann, id, new MessageCall.Approve(World.digest(5)));
              var ann = List.of(new Approval(3, world.message(id).digest()));
              allowed(world, id, m -> Altered.status(Altered.approvals(m, ann), Status.QUEUED));
              return left(world, id);
            }),
        new Lie(
            "approved by its composer",
            Rule.NO_SELF_APPROVAL,
            world -> {
              String id = scanned(world, 100);
              world.call(world.agent, id, new MessageCall.Approve(world.message(id).digest()));
              allowed(world, id, m -> Altered.status(m, Status.QUEUED));
              approvalIn(world, 2);
              return world.sheets;
            }),
        new Lie(
            "approved by the clock",
            Rule.SILENCE_NEVER_APPROVES,
            world -> {
              String id = scanned(world, 100);
              world.call(Role.CLOCK, id, new MessageCall.Approve(world.message(id).digest()));
              allowed(world, id, m -> Altered.status(m, Status.QUEUED));
              return left(world, id);
            }),
        new Lie(
            "one person approved twice",
            Rule.APPROVAL_IS_SINGLE_USE,
            world -> {
              world.change(world.operator, new MailboxCall.SetPolicy(TWO));
              String id = scanned(world, 100);
              world.call(world.ann, id, new MessageCall.Approve(world.message(id).digest()));
              world.call(world.ann, id, new MessageCall.Approve(world.message(id).digest()));
              allowed(world, id, m -> Altered.status(m, Status.QUEUED));
              return left(world, id);
            }),
        new Lie(
            "an agent has a key that decides",
            Rule.NO_ESCALATION_TO_SELF_APPROVAL,
            world -> {
              Liar.key(world, world.operator, world.agent, List.of("oversight", "send"));
              return world.sheets;
            }),
        new Lie(
            "an agent hands out authority",
            Rule.NO_ESCALATION_TO_SELF_APPROVAL,
            world -> {
              Liar.key(world, world.agent, world.ben, List.of("admin", "oversight"));
              return world.sheets;
            }),
        new Lie(
            "an agent loosened its mailbox",
            Rule.AUTONOMY_NEVER_RISES_WITHOUT_OPERATOR,
            world -> {
              world.change(world.agent, new MailboxCall.SetMode(Mode.AUTONOMOUS));
              Liar.mailbox(world, with(world.mailbox, Mode.AUTONOMOUS));
              return world.sheets;
            }),
        new Lie(
            "left a read_only mailbox",
            Rule.READ_ONLY_NEVER_SENDS,
            world -> {
              String id = approved(world);
              world.change(world.operator, new MailboxCall.SetMode(Mode.READ_ONLY));
              return left(world, id);
            }),
        new Lie(
            "an agent read what nobody released",
            Rule.GATED_ALL_HIDES_INBOUND,
            world -> {
              world.change(world.operator, new MailboxCall.SetMode(Mode.GATED_ALL));
              String id = world.receive(77);
              world.call(world.agent, id, new MessageCall.Read());
              allowed(world, id, m -> m);
              return world.sheets;
            }),
        new Lie(
            "left during the mailbox's stop",
            Rule.SUSPENDED_NEVER_SENDS,
            world -> {
              String id = approved(world);
              world.change(world.ann, new MailboxCall.Suspend());
              return left(world, id);
            }),
        new Lie(
            "left during the tenant's stop",
            Rule.SUSPENDED_NEVER_SENDS,
            world -> {
              String id = approved(world);
              world.tenant(world.ann, new TenantCall.SuspendAll());
              return left(world, id);
            }),
        new Lie(
            "a person lifted the tenant's stop",
            Rule.SUSPENDED_NEVER_SENDS,
            world -> {
              world.tenant(world.ann, new TenantCall.SuspendAll());
              world.tenant(world.ann, new TenantCall.LiftAll());
              var last = world.sheets.getLast();
              last.entry().put("outcome", "ok");
              last.entry().remove("reason");
              last.step().put("after", false);
              return world.sheets;
            }),
        new Lie(
            "left after it was rejected",
            Rule.TERMINAL_IS_TERMINAL,
            world -> {
              String id = scanned(world, 100);
              world.call(world.ann, id, new MessageCall.Reject());
              return left(world, id);
            }),
        new Lie("left twice", Rule.SENT_IS_FINAL, world -> left(world, world.delivered())),
        new Lie(
            "sent again without knowing how it ended",
            Rule.UNKNOWN_OUTCOME_IS_NOT_RETRIED_BLINDLY,
            world -> {
              String id = approved(world);
              world.call(Role.DISPATCHER, id, new MessageCall.BeginDispatch());
              world.call(Role.DISPATCHER, id, new MessageCall.OutcomeUnknown());
              return left(world, id);
            }),
        new Lie(
            "left before its time",
            Rule.SCHEDULE_IS_RESPECTED,
            world -> {
              String id = world.submit(world.agent, 55, world.now + 3_600_000);
              scan(world, id, 100);
              approve(world, id);
              return left(world, id);
            }),
        new Lie(
            "the overseer's copy was left out",
            Rule.MONITORED_IS_COPIED,
            world -> {
              world.change(world.operator, new MailboxCall.SetMode(Mode.MONITORED));
              String id = scanned(world, 100);
              world.call(Role.DISPATCHER, id, new MessageCall.BeginDispatch());
              world.sheets.getLast().part("step", "after").put("copied", false);
              return world.sheets;
            }),
        new Lie(
            "left though too risky",
            Rule.RISK_ABOVE_THRESHOLD_NEVER_LEAVES,
            world -> {
              String id = approved(world);
              var strict = new Policy(1, 50, true, 86_400_000L, true, 3);
              world.change(world.operator, new MailboxCall.SetPolicy(strict));
              return left(world, id);
            }),
        new Lie(
            "left unjudged and unapproved",
            Rule.UNKNOWN_RISK_GOES_TO_A_PERSON,
            world -> {
              world.change(world.operator, new MailboxCall.SetMode(Mode.AUTONOMOUS));
              String id = world.submit(world.agent, 55, 0);
              world.call(
                  Role.SCANNER,
                  id,
                  new MessageCall.ScanResult(world.message(id).digest(), new Risk.Unknown()));
              return left(world, id);
            }));
  }

  /** What is not a law of its own, but still not what the kernel says. */
  static List<Lie> others() {
    return List.of(
        new Lie(
            "a later deadline than the kernel sets",
            Rule.KERNEL_DISAGREES,
            world -> {
              String id = scanned(world, 100);
              var after = world.sheets.getLast().part("step", "after");
              after.put("deadline", world.message(id).deadline() + 1);
              return world.sheets;
            }),
        new Lie(
            "refused what the kernel allows",
            Rule.KERNEL_DISAGREES,
            world -> {
              scanned(world, 100);
              var last = world.sheets.getLast();
              last.step().remove("after");
              last.entry().put("outcome", "refused");
              last.entry().put("reason", "wrong_status");
              return withBefore(world);
            }),
        new Lie(
            "another reason than the kernel's",
            Rule.KERNEL_DISAGREES,
            world -> {
              String id = scanned(world, 100);
              world.call(world.agent, id, new MessageCall.Approve(World.digest(1)));
              world.sheets.getLast().entry().put("reason", "wrong_status");
              return world.sheets;
            }),
        new Lie(
            "an entry about a change is left out",
            Rule.STATE_BROKEN,
            world -> {
              String id = scanned(world, 100);
              approve(world, id);
              world.sheets.remove(world.sheets.size() - 2);
              return world.sheets;
            }),
        new Lie(
            "a message was never handed in",
            Rule.STATE_BROKEN,
            world -> {
              scanned(world, 100);
              world.sheets.remove(world.sheets.size() - 2);
              return world.sheets;
            }),
        new Lie(
            "a change without the kernel's call",
            Rule.STEP_MISSING,
            world -> {
              String id = scanned(world, 100);
              world.call(world.ann, id, new MessageCall.Read());
              world.sheets.getLast().entry().remove("step");
              return world.sheets;
            }),
        new Lie(
            "a looser policy than was in force",
            Rule.SETTINGS_DIFFER,
            world -> {
              scanned(world, 100);
              world.sheets.getLast().part("step", "mailbox").put("max_attempts", 9);
              return world.sheets;
            }),
        new Lie(
            "another version of the policy",
            Rule.POLICY_VERSION_WRONG,
            world -> {
              scanned(world, 100);
              world.sheets.getLast().entry().put("policy_version", 7);
              return world.sheets;
            }),
        new Lie(
            "a code that is used twice",
            Rule.CODE_STANDS_FOR_ONE_ACT_ONCE,
            world -> {
              world.askCode(world.helper(), 1);
              var code = world.codes.getLast();
              world.act(world.helper(), 1, true);
              world.codes.add(code);
              world.act(world.helper(), 1, true);
              return world.sheets;
            }),
        new Lie(
            "a code that nobody asked for",
            Rule.CODE_STANDS_FOR_ONE_ACT_ONCE,
            world -> {
              world.askCode(world.helper(), 1);
              world.sheets.removeLast();
              world.act(world.helper(), 1, true);
              return world.sheets;
            }),
        new Lie(
            "done in the operator's place without a code",
            Rule.KERNEL_DISAGREES,
            world -> {
              world.act(world.helper(), 1, true);
              var last = world.sheets.getLast();
              last.entry().put("outcome", "ok");
              last.entry().remove("reason");
              last.part("step").put("after", true);
              return world.sheets;
            }),
        new Lie(
            "a stop that nobody heeds",
            Rule.STOP_IGNORED,
            world -> {
              world.tenant(world.operator, new TenantCall.SuspendAll());
              world.stopped = false;
              scanned(world, 100);
              return world.sheets;
            }),
        new Lie(
            "a key with scopes it did not have",
            Rule.SCOPES_DIFFER,
            world -> {
              String id = scanned(world, 100);
              world.call(world.agent, id, new MessageCall.Read());
              world
                  .sheets
                  .getLast()
                  .part("step", "caller")
                  .put("scopes", List.of("admin", "read", "send"));
              return world.sheets;
            }),
        new Lie(
            "a revoked key that still works",
            Rule.SCOPES_DIFFER,
            world -> {
              String id = scanned(world, 100);
              var key = world.keys.get(world.ann.keyId());
              world.revoke(world.operator, world.ann);
              world.keys.put(world.ann.keyId(), Objects.requireNonNull(key));
              approve(world, id);
              return world.sheets;
            }),
        new Lie(
            "a step by another than the entry names",
            Rule.ACTOR_DIFFERS,
            world -> {
              String id = scanned(world, 100);
              world.call(world.ann, id, new MessageCall.Read());
              world.sheets.getLast().part("actor").put("no", 4);
              return world.sheets;
            }),
        new Lie(
            "a scan in the clock's name",
            Rule.ACTOR_DIFFERS,
            world -> {
              scanned(world, 100);
              var scan = world.sheets.removeLast();
              scan.part("actor").put("id", "clock");
              scan.part("actor").put("role", "clock");
              world.sheets.add(scan.signedBy("clock"));
              return world.sheets;
            }),
        new Lie(
            "an entry that says another status",
            Rule.FIELDS_DIFFER,
            world -> {
              scanned(world, 100);
              world.sheets.getLast().entry().put("status", "rejected");
              return world.sheets;
            }));
  }

  private static List<Sheet> withBefore(World world) {
    var last = world.sheets.getLast();
    var before = last.part("step", "before");
    last.entry().put("status", Objects.requireNonNull(before.get("status")));
    last.entry().put("risk", Objects.requireNonNull(before.get("risk")));
    return world.sheets;
  }

  private static String scanned(World world, int risk) {
    String id = world.submit(world.agent, 55, 0);
    scan(world, id, risk);
    return id;
  }

  private static void scan(World world, String id, int risk) {
    var digest = world.message(id).digest();
    world.call(Role.SCANNER, id, new MessageCall.ScanResult(digest, new Risk.Known(risk)));
  }

  private static void approve(World world, String id) {
    Digest digest = world.message(id).digest();
    world.call(world.ann, id, new MessageCall.Approve(digest));
  }

  private static String approved(World world) {
    String id = scanned(world, 100);
    approve(world, id);
    return id;
  }

  /** The clock lets it through, it is said. */
  private static void allowedAsQueued(World world, String id) {
    world.call(Role.CLOCK, id, new MessageCall.Release());
    allowed(world, id, m -> Altered.status(m, Status.QUEUED));
  }

  /** What no kernel can hold: the composer among the approvers. */
  private static void approvalIn(World world, long person) {
    var after = world.sheets.getLast().part("step", "after");
    after.put(
        "approvals",
        List.of(Map.of("person", person, "digest", Objects.requireNonNull(after.get("digest")))));
  }

  private static Mailbox with(Mailbox box, Mode mode) {
    return new Mailbox(mode, box.policy(), box.suspended(), box.removed());
  }
}
