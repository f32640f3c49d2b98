package dev.countersign.kernel.core;

/** How a message came to be. Nothing here changes in a message's life. */
public final class Origin {
  public final int direction;
  public final Principal composer;
  public final int gateTiming;

  /** The mode when it was handed in or came in. */
  public final int modeAtSubmission;

  public final int requiredAtSubmission;

  /*@ public invariant \invariant_for(composer) && Direction.OUTBOUND <= direction
  @     && direction <= Direction.INBOUND && GateTiming.GATE_FIRST <= gateTiming
  @     && gateTiming <= GateTiming.SCHEDULE_FIRST && Mode.READ_ONLY <= modeAtSubmission
  @     && modeAtSubmission <= Mode.AUTONOMOUS && 1 <= requiredAtSubmission && requiredAtSubmission <= 3;
  @*/

  /*@ public normal_behavior
  @   requires \invariant_for(composer) && Direction.OUTBOUND <= direction
  @     && direction <= Direction.INBOUND && GateTiming.GATE_FIRST <= gateTiming
  @     && gateTiming <= GateTiming.SCHEDULE_FIRST && Mode.READ_ONLY <= modeAtSubmission
  @     && modeAtSubmission <= Mode.AUTONOMOUS && 1 <= requiredAtSubmission && requiredAtSubmission <= 3;
  @   ensures this.direction == direction && this.composer == composer
  @     && this.gateTiming == gateTiming && this.modeAtSubmission == modeAtSubmission
  @     && this.requiredAtSubmission == requiredAtSubmission;
  @   assignable this.*;
  @*/
  public Origin(
      int direction,
      Principal composer,
      int gateTiming,
      int modeAtSubmission,
      int requiredAtSubmission) {
    this.direction = direction;
    this.composer = composer;
    this.gateTiming = gateTiming;
    this.modeAtSubmission = modeAtSubmission;
    this.requiredAtSubmission = requiredAtSubmission;
  }
}
