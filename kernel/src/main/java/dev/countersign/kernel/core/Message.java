package dev.countersign.kernel.core;

/** A message, as oversight sees it. */
public final class Message {
  public final int direction;
  public final Principal composer;

  /** Of the present digest, which names subject, body, attachments and every recipient. */
  public final Approvals approvals;

  public final long sendAt;
  public final int gateTiming;
  public final int risk;

  /** The mode when it was handed in or came in. */
  public final int modeAtSubmission;

  public final int requiredAtSubmission;

  /** When a message that waits for its approvals expires. */
  public final long deadline;

  public final int attempts;

  /** Its dispatch carries the overseer's copy. */
  public final boolean copied;

  /** A person let the agent read it (inbound). */
  public final boolean released;

  public final int status;

  /*@ public invariant \invariant_for(composer) && \invariant_for(approvals)
  @     && approvals.composer == composer.id;
  @ public invariant Direction.OUTBOUND <= direction && direction <= Direction.INBOUND
  @     && Mode.READ_ONLY <= modeAtSubmission && modeAtSubmission <= Mode.AUTONOMOUS
  @     && 1 <= requiredAtSubmission && requiredAtSubmission <= 3 && 0 <= attempts
  @     && Risk.UNKNOWN <= risk && GateTiming.GATE_FIRST <= gateTiming
  @     && gateTiming <= GateTiming.SCHEDULE_FIRST && Status.PENDING_SCAN <= status
  @     && status <= Status.SPAM_QUARANTINED;
  @ public invariant risk <= Integer.MAX_VALUE && attempts <= Integer.MAX_VALUE
  @     && Long.MIN_VALUE <= sendAt && sendAt <= Long.MAX_VALUE
  @     && Long.MIN_VALUE <= deadline && deadline <= Long.MAX_VALUE;
  @*/

  /*@ public normal_behavior
  @   requires \invariant_for(composer) && \invariant_for(approvals)
  @     && approvals.composer == composer.id;
  @   requires Direction.OUTBOUND <= direction && direction <= Direction.INBOUND
  @     && Mode.READ_ONLY <= modeAtSubmission && modeAtSubmission <= Mode.AUTONOMOUS
  @     && 1 <= requiredAtSubmission && requiredAtSubmission <= 3 && 0 <= attempts
  @     && Risk.UNKNOWN <= risk && GateTiming.GATE_FIRST <= gateTiming
  @     && gateTiming <= GateTiming.SCHEDULE_FIRST && Status.PENDING_SCAN <= status
  @     && status <= Status.SPAM_QUARANTINED;
  @   ensures this.direction == direction && this.composer == composer
  @     && this.approvals == approvals && this.sendAt == sendAt
  @     && this.gateTiming == gateTiming && this.risk == risk
  @     && this.modeAtSubmission == modeAtSubmission
  @     && this.requiredAtSubmission == requiredAtSubmission && this.deadline == deadline
  @     && this.attempts == attempts && this.copied == copied && this.released == released
  @     && this.status == status;
  @   assignable this.*;
  @*/
  public Message(
      int direction,
      Principal composer,
      Approvals approvals,
      long sendAt,
      int gateTiming,
      int risk,
      int modeAtSubmission,
      int requiredAtSubmission,
      long deadline,
      int attempts,
      boolean copied,
      boolean released,
      int status) {
    this.direction = direction;
    this.composer = composer;
    this.approvals = approvals;
    this.sendAt = sendAt;
    this.gateTiming = gateTiming;
    this.risk = risk;
    this.modeAtSubmission = modeAtSubmission;
    this.requiredAtSubmission = requiredAtSubmission;
    this.deadline = deadline;
    this.attempts = attempts;
    this.copied = copied;
    this.released = released;
    this.status = status;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(composer) && \invariant_for(digest);
  @   requires GateTiming.GATE_FIRST <= gateTiming && gateTiming <= GateTiming.SCHEDULE_FIRST;
  @   requires Mode.READ_ONLY <= mode && mode <= Mode.AUTONOMOUS && 1 <= required
  @     && required <= 3;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.composer == composer && \result.approvals.digest == digest
  @     && \result.sendAt == sendAt && \result.direction == Direction.OUTBOUND
  @     && \result.status == Status.PENDING_SCAN && \result.risk == Risk.UNKNOWN
  @     && \result.gateTiming == gateTiming && !\result.released;
  @   // law: gated_now_means_gated
  @   ensures \result.modeAtSubmission == mode
  @     && \result.requiredAtSubmission == required;
  @   // law: no_delivery_without_approval
  @   ensures \result.approvals.first == 0 && \result.approvals.second == 0
  @     && \result.approvals.third == 0;
  @   assignable \nothing;
  @*/
  public static Message submitted(
      Principal composer, Digest digest, long sendAt, int gateTiming, int mode, int required) {
    return new Message(
        Direction.OUTBOUND,
        composer,
        Approvals.none(composer.id, digest),
        sendAt,
        gateTiming,
        Risk.UNKNOWN,
        mode,
        required,
        0,
        0,
        false,
        false,
        Status.PENDING_SCAN);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(sender) && \invariant_for(digest);
  @   requires Mode.READ_ONLY <= mode && mode <= Mode.AUTONOMOUS;
  @   requires Status.PENDING_SCAN <= status && status <= Status.SPAM_QUARANTINED;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.composer == sender && \result.approvals.digest == digest
  @     && \result.status == status && \result.direction == Direction.INBOUND
  @     && \result.modeAtSubmission == mode && !\result.released;
  @   assignable \nothing;
  @*/
  public static Message arrived(Principal sender, Digest digest, int mode, int status) {
    return new Message(
        Direction.INBOUND,
        sender,
        Approvals.none(sender.id, digest),
        0,
        GateTiming.GATE_FIRST,
        Risk.UNKNOWN,
        mode,
        1,
        0,
        0,
        false,
        false,
        status);
  }

  /*@ public normal_behavior
  @   requires Status.PENDING_SCAN <= status && status <= Status.SPAM_QUARANTINED;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.direction == this.direction && \result.composer == this.composer
  @     && \result.approvals == this.approvals && \result.sendAt == this.sendAt
  @     && \result.gateTiming == this.gateTiming && \result.risk == this.risk
  @     && \result.modeAtSubmission == this.modeAtSubmission
  @     && \result.requiredAtSubmission == this.requiredAtSubmission
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == status;
  @   assignable \nothing;
  @*/
  public Message withStatus(int status) {
    return new Message(
        direction,
        composer,
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

  /*@ public normal_behavior
  @   requires Risk.UNKNOWN <= risk;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.direction == this.direction && \result.composer == this.composer
  @     && \result.approvals == this.approvals && \result.sendAt == this.sendAt
  @     && \result.gateTiming == this.gateTiming && \result.risk == risk
  @     && \result.modeAtSubmission == this.modeAtSubmission
  @     && \result.requiredAtSubmission == this.requiredAtSubmission
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == this.status;
  @   assignable \nothing;
  @*/
  public Message withRisk(int risk) {
    return new Message(
        direction,
        composer,
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

  /*@ public normal_behavior
  @   requires person != 0 && person != composer.id && approvals.third == 0;
  @   requires person != approvals.first && person != approvals.second;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.direction == this.direction && \result.composer == this.composer
  @     && \result.sendAt == this.sendAt && \result.gateTiming == this.gateTiming
  @     && \result.risk == this.risk && \result.modeAtSubmission == this.modeAtSubmission
  @     && \result.requiredAtSubmission == this.requiredAtSubmission
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == this.status;
  @   // law: approval_binds_bytes
  @   ensures \result.approvals.digest == approvals.digest;
  @   // law: approval_is_single_use
  @   ensures \result.approvals.first == (approvals.first == 0 ? person : approvals.first);
  @   ensures \result.approvals.second
  @     == (approvals.first != 0 && approvals.second == 0 ? person : approvals.second);
  @   ensures \result.approvals.third == (approvals.second != 0 ? person : 0);
  @   assignable \nothing;
  @*/
  public Message withApproval(long person) {
    return new Message(
        direction,
        composer,
        approvals.with(person),
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

  /** New bytes: what people said of the old ones, and what the scanner found, no longer counts. */
  /*@ public normal_behavior
  @   requires \invariant_for(digest);
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.direction == this.direction && \result.composer == this.composer
  @     && \result.sendAt == sendAt && \result.gateTiming == this.gateTiming
  @     && \result.risk == Risk.UNKNOWN && \result.modeAtSubmission == this.modeAtSubmission
  @     && \result.requiredAtSubmission == this.requiredAtSubmission
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == Status.PENDING_SCAN;
  @   // law: approval_binds_bytes
  @   ensures \result.approvals.digest == digest && \result.approvals.first == 0
  @     && \result.approvals.second == 0
  @     && \result.approvals.third == 0;
  @   assignable \nothing;
  @*/
  public Message withContent(Digest digest, long sendAt) {
    return new Message(
        direction,
        composer,
        Approvals.none(composer.id, digest),
        sendAt,
        gateTiming,
        Risk.UNKNOWN,
        modeAtSubmission,
        requiredAtSubmission,
        deadline,
        attempts,
        copied,
        released,
        Status.PENDING_SCAN);
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.direction == this.direction && \result.composer == this.composer
  @     && \result.approvals == this.approvals && \result.sendAt == sendAt
  @     && \result.gateTiming == this.gateTiming && \result.risk == this.risk
  @     && \result.modeAtSubmission == this.modeAtSubmission
  @     && \result.requiredAtSubmission == this.requiredAtSubmission
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == this.status;
  @   assignable \nothing;
  @*/
  public Message withSendAt(long sendAt) {
    return new Message(
        direction,
        composer,
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

  /*@ public normal_behavior
  @   requires Status.PENDING_SCAN <= status && status <= Status.SPAM_QUARANTINED;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.direction == this.direction && \result.composer == this.composer
  @     && \result.approvals == this.approvals && \result.sendAt == this.sendAt
  @     && \result.gateTiming == this.gateTiming && \result.risk == this.risk
  @     && \result.modeAtSubmission == this.modeAtSubmission
  @     && \result.requiredAtSubmission == this.requiredAtSubmission
  @     && \result.deadline == deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == status;
  @   assignable \nothing;
  @*/
  public Message waiting(int status, long deadline) {
    return new Message(
        direction,
        composer,
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

  /*@ public normal_behavior
  @   requires Status.PENDING_SCAN <= status && status <= Status.SPAM_QUARANTINED;
  @   requires 0 <= attempts;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.direction == this.direction && \result.composer == this.composer
  @     && \result.approvals == this.approvals && \result.sendAt == this.sendAt
  @     && \result.gateTiming == this.gateTiming && \result.risk == this.risk
  @     && \result.modeAtSubmission == this.modeAtSubmission
  @     && \result.requiredAtSubmission == this.requiredAtSubmission
  @     && \result.deadline == this.deadline && \result.attempts == attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == status;
  @   assignable \nothing;
  @*/
  public Message withAttempts(int attempts, int status) {
    return new Message(
        direction,
        composer,
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

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.direction == this.direction && \result.composer == this.composer
  @     && \result.approvals == this.approvals && \result.sendAt == this.sendAt
  @     && \result.gateTiming == this.gateTiming && \result.risk == this.risk
  @     && \result.modeAtSubmission == this.modeAtSubmission
  @     && \result.requiredAtSubmission == this.requiredAtSubmission
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == copied && \result.released == this.released
  @     && \result.status == Status.SENDING;
  @   assignable \nothing;
  @*/
  public Message leaving(boolean copied) {
    return new Message(
        direction,
        composer,
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
        Status.SENDING);
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.direction == this.direction && \result.composer == this.composer
  @     && \result.approvals == this.approvals && \result.sendAt == this.sendAt
  @     && \result.gateTiming == this.gateTiming && \result.risk == this.risk
  @     && \result.modeAtSubmission == this.modeAtSubmission
  @     && \result.requiredAtSubmission == this.requiredAtSubmission
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == true
  @     && \result.status == Status.UNREAD;
  @   assignable \nothing;
  @*/
  public Message letThrough() {
    return new Message(
        direction,
        composer,
        approvals,
        sendAt,
        gateTiming,
        risk,
        modeAtSubmission,
        requiredAtSubmission,
        deadline,
        attempts,
        copied,
        true,
        Status.UNREAD);
  }
}
