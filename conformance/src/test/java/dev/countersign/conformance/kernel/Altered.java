package dev.countersign.conformance.kernel;

import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Status;
import java.util.List;

/** A message with something else in it, whether a kernel would have made it so or not. */
public final class Altered {
  private Altered() {}

  public static Message status(Message message, Status status) {
    return with(message, message.approvals(), message.deadline(), status);
  }

  public static Message deadline(Message message, long deadline) {
    return with(message, message.approvals(), deadline, message.status());
  }

  public static Message approvals(Message message, List<Approval> approvals) {
    return with(message, approvals, message.deadline(), message.status());
  }

  private static Message with(Message m, List<Approval> approvals, long deadline, Status status) {
    return new Message(
        m.direction(),
        m.composer(),
        m.digest(),
        approvals,
        m.sendAt(),
        m.gateTiming(),
        m.risk(),
        m.modeAtSubmission(),
        m.requiredAtSubmission(),
        deadline,
        m.attempts(),
        m.copied(),
        m.released(),
        status);
  }
}
