package dev.countersign.conformance.sequences;

import dev.countersign.kernel.Authority;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.MailboxCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import dev.countersign.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes a mailbox: all that is present, or nothing. */
record Change(String by, String box, Optional<Mode> mode, Optional<Rules> rules) implements Ask {
  /** What an operator sets, as far as these sequences vary it. */
  record Rules(int approvals, boolean riskChecks, boolean scheduling, long lifetimeSeconds) {}

  private static final int A_SECOND = 1000;

  @Override
  public String word() {
    return "update_mailbox";
  }

  @Override
  public Request request(World world) {
    var body = new HashMap<String, Object>();
    mode.ifPresent(wanted -> body.put("oversight_mode", wanted.wire()));
    rules.ifPresent(
        wanted -> {
          body.put("required_approvals", wanted.approvals());
          body.put("risk_checks", wanted.riskChecks());
          body.put("scheduling_enabled", wanted.scheduling());
          body.put("approval_lifetime_seconds", wanted.lifetimeSeconds());
        });
    return new Request("PATCH", "/v1/mailboxes/" + box, body);
  }

  private List<MailboxCall> calls(Policy now) {
    List<MailboxCall> calls = new ArrayList<>();
    mode.ifPresent(wanted -> calls.add(new MailboxCall.SetMode(wanted)));
    rules.ifPresent(
        wanted ->
            calls.add(
                new MailboxCall.SetPolicy(
                    new Policy(
                        wanted.approvals(),
                        now.riskThreshold(),
                        wanted.riskChecks(),
                        wanted.lifetimeSeconds() * A_SECOND,
                        wanted.scheduling(),
                        now.maxAttempts()))));
    return calls;
  }

  @Override
  public Outcome hear(World world, long now, Line line, Made made) {
    var next = world.box(box);
    var under = line.about(box).under(box, next.mode());
    for (var call : calls(next.policy())) {
      switch (Authority.step(now, next, 0, world.caller(by), call)) {
        case Decision.Refused<Mailbox>(Refusal why) -> {
          return Outcome.refused(why, under);
        }
        case Decision.Allowed<Mailbox>(Mailbox after) -> next = after;
      }
    }
    world.boxes.put(box, next);
    var says =
        Map.of(
            "/oversight_mode", next.mode().wire(),
            "/required_approvals", Integer.toString(next.policy().requiredApprovals()),
            "/risk_checks", Boolean.toString(next.policy().riskChecks()));
    return Outcome.fine(200, under).saying(settled -> says);
  }

  @Override
  public String toString() {
    return by + " changes " + box + ": " + mode + " " + rules;
  }
}
