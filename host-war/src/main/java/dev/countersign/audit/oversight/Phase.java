package dev.countersign.audit.oversight;

import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Status;

/** How far a message is, as its calls tell without the kernel. */
enum Phase {
  WAITING,
  SENDING,
  UNKNOWN,
  SENT,
  OVER;

  /**
   * {@return how far it is after this call}
   *
   * @param after what the kernel made of it
   */
  Phase then(MessageCall call, Status after) {
    return switch (call) {
      case MessageCall.BeginDispatch() -> SENDING;
      case MessageCall.Accepted() -> SENT;
      case MessageCall.OutcomeUnknown() -> UNKNOWN;
      case MessageCall.Settle(boolean delivered) -> delivered ? SENT : OVER;
      case MessageCall.Report(boolean delivered) -> delivered ? SENT : OVER;
      case MessageCall.Failed() -> OVER;
      case MessageCall.Reject() -> OVER;
      case MessageCall.Cancel() -> OVER;
      case MessageCall.Expire() -> OVER;
      case MessageCall.Deferred() -> after == Status.SEND_FAILED ? OVER : WAITING;
      case MessageCall.Unreachable() -> after == Status.SEND_FAILED ? OVER : this;
      default -> after == Status.BLOCKED ? OVER : this;
    };
  }
}
