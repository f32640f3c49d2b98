package dev.countersign.audit.entries;

import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Status;
import java.util.ArrayList;
import java.util.List;

/** A message as recorded: the kernel's fields, but nothing is ruled out yet. */
public record MessageFacts(
    Direction direction,
    Role composerRole,
    long composerNo,
    Digest digest,
    List<Approval> approvals,
    long sendAt,
    GateTiming gateTiming,
    Risk risk,
    Mode modeAtSubmission,
    int requiredAtSubmission,
    long deadline,
    int attempts,
    boolean copied,
    boolean released,
    Status status) {

  static MessageFacts of(Fields fields) throws Unreadable {
    var composer = fields.object("composer");
    var message =
        new MessageFacts(
            fields.word("direction", Direction::ofWire),
            composer.word("role", Role::ofWire),
            composer.number("no"),
            Values.digest(fields, "digest"),
            approvals(fields),
            fields.number("send_at"),
            fields.word("gate_timing", GateTiming::ofWire),
            Values.risk(fields),
            fields.word("mode_at_submission", Mode::ofWire),
            fields.small("required_at_submission"),
            fields.number("deadline"),
            fields.small("attempts"),
            fields.flag("copied"),
            fields.flag("released"),
            fields.word("status", Status::ofWire));
    composer.end();
    fields.end();
    return message;
  }

  private static List<Approval> approvals(Fields fields) throws Unreadable {
    List<Approval> approvals = new ArrayList<>();
    for (Object element : fields.list("approvals")) {
      var approval = fields.element("approvals", element);
      approvals.add(new Approval(approval.number("person"), Values.digest(approval, "digest")));
      approval.end();
    }
    return List.copyOf(approvals);
  }

  /**
   * {@return the same for the kernel}
   *
   * @throws IllegalArgumentException when no run of the kernel ends in such a message
   */
  public Message kernel() {
    return new Message(
        direction,
        new Principal(composerRole, composerNo),
        digest,
        approvals,
        sendAt,
        gateTiming,
        risk,
        modeAtSubmission,
        requiredAtSubmission,
        deadline,
        attempts,
        copied,
        released,
        status);
  }
}
