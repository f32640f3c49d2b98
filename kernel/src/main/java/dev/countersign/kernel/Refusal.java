package dev.countersign.kernel;

/** Why a call is refused: the first requirement that it does not meet. */
public enum Refusal {
  NOT_FOUND(dev.countersign.kernel.core.Refusal.NOT_FOUND),
  ALREADY_EXISTS(dev.countersign.kernel.core.Refusal.ALREADY_EXISTS),
  FORBIDDEN(dev.countersign.kernel.core.Refusal.FORBIDDEN),
  OWN_MESSAGE(dev.countersign.kernel.core.Refusal.OWN_MESSAGE),
  WRONG_STATUS(dev.countersign.kernel.core.Refusal.WRONG_STATUS),
  STALE_DIGEST(dev.countersign.kernel.core.Refusal.STALE_DIGEST),
  ALREADY_APPROVED(dev.countersign.kernel.core.Refusal.ALREADY_APPROVED),
  ENOUGH_APPROVALS(dev.countersign.kernel.core.Refusal.ENOUGH_APPROVALS),
  DEADLINE_PASSED(dev.countersign.kernel.core.Refusal.DEADLINE_PASSED),
  NOT_EXPIRED(dev.countersign.kernel.core.Refusal.NOT_EXPIRED),
  NOT_DUE(dev.countersign.kernel.core.Refusal.NOT_DUE),
  SUSPENDED(dev.countersign.kernel.core.Refusal.SUSPENDED),
  REMOVED(dev.countersign.kernel.core.Refusal.REMOVED),
  READ_ONLY(dev.countersign.kernel.core.Refusal.READ_ONLY),
  RISKY(dev.countersign.kernel.core.Refusal.RISKY),
  NEEDS_APPROVAL(dev.countersign.kernel.core.Refusal.NEEDS_APPROVAL),
  APPROVED(dev.countersign.kernel.core.Refusal.APPROVED),
  SCHEDULING_OFF(dev.countersign.kernel.core.Refusal.SCHEDULING_OFF),
  RISK_NOT_CHECKED(dev.countersign.kernel.core.Refusal.RISK_NOT_CHECKED),
  HELD(dev.countersign.kernel.core.Refusal.HELD),
  LOOSER(dev.countersign.kernel.core.Refusal.LOOSER),
  NOT_LOOSER(dev.countersign.kernel.core.Refusal.NOT_LOOSER),
  SEND_AND_OVERSIGHT(dev.countersign.kernel.core.Refusal.SEND_AND_OVERSIGHT),
  OVERSIGHT_NEEDS_PERSON(dev.countersign.kernel.core.Refusal.OVERSIGHT_NEEDS_PERSON),
  NEEDS_OPERATOR(dev.countersign.kernel.core.Refusal.NEEDS_OPERATOR),
  NEEDS_CODE(dev.countersign.kernel.core.Refusal.NEEDS_CODE),
  WRONG_CODE(dev.countersign.kernel.core.Refusal.WRONG_CODE),
  POLICY_OUT_OF_RANGE(dev.countersign.kernel.core.Refusal.POLICY_OUT_OF_RANGE),
  TIME_RUNS_FORWARD(dev.countersign.kernel.core.Refusal.TIME_RUNS_FORWARD),
  ALREADY_CANCELLED(dev.countersign.kernel.core.Refusal.ALREADY_CANCELLED);

  final int number;

  Refusal(int number) {
    this.number = number;
  }

  /** {@return the stable code for clients, such as {@code stale_digest}} */
  public String code() {
    return Words.wire(this);
  }

  static Refusal of(int number) {
    return Words.of(values(), why -> why.number, number);
  }
}
