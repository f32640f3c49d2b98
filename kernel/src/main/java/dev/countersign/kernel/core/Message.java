package dev.countersign.kernel.core;

/** A message, as oversight sees it. */
public final class Message {
  public final Origin origin;

  /** Of the present digest, which names subject, body, attachments and every recipient. */
  public final Approvals approvals;

  public final long sendAt;
  public final int risk;

  /** When a message that waits for its approvals expires. */
  public final long deadline;

  public final int attempts;

  /** Its dispatch carries the overseer's copy. */
  public final boolean copied;

  /** A person let the agent read it (inbound). */
  public final boolean released;

  public final int status;

  /*@ public invariant \invariant_for(origin) && \invariant_for(approvals);
  @ public invariant approvals.composer == origin.composer.id;
  @ public invariant Risk.UNKNOWN <= risk && 0 <= attempts && Status.PENDING_SCAN <= status
  @     && status <= Status.SPAM_QUARANTINED;
  @ public invariant risk <= Integer.MAX_VALUE && attempts <= Integer.MAX_VALUE
  @     && Long.MIN_VALUE <= sendAt && sendAt <= Long.MAX_VALUE
  @     && Long.MIN_VALUE <= deadline && deadline <= Long.MAX_VALUE;
  @*/

  /*@ public normal_behavior
  @   requires \invariant_for(origin) && \invariant_for(approvals);
  @   requires approvals.composer == origin.composer.id;
  @   requires Risk.UNKNOWN <= risk && 0 <= attempts && Status.PENDING_SCAN <= status
  @     && status <= Status.SPAM_QUARANTINED;
  @   ensures this.origin == origin && this.approvals == approvals && this.sendAt == sendAt
  @     && this.risk == risk && this.deadline == deadline && this.attempts == attempts
  @     && this.copied == copied && this.released == released && this.status == status;
  @   assignable this.*;
  @*/
  public Message(
      Origin origin,
      Approvals approvals,
      long sendAt,
      int risk,
      long deadline,
      int attempts,
      boolean copied,
      boolean released,
      int status) {
    this.origin = origin;
    this.approvals = approvals;
    this.sendAt = sendAt;
    this.risk = risk;
    this.deadline = deadline;
    this.attempts = attempts;
    this.copied = copied;
    this.released = released;
    this.status = status;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(composer) && \invariant_for(digest);
  @   requires GateTiming.GATE_FIRST <= gateTiming && gateTiming <= GateTiming.SCHEDULE_FIRST;
  @   requires Mode.READ_ONLY <= mode && mode <= Mode.AUTONOMOUS && 1 <= required && required <= 3;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.origin.composer == composer && \result.approvals.digest == digest
  @     && \result.sendAt == sendAt && \result.origin.direction == Direction.OUTBOUND
  @     && \result.status == Status.PENDING_SCAN && \result.risk == Risk.UNKNOWN
  @     && \result.origin.gateTiming == gateTiming && !\result.released;
  @   // law: gated_now_means_gated
  @   ensures \result.origin.modeAtSubmission == mode
  @     && \result.origin.requiredAtSubmission == required;
  @   // law: no_delivery_without_approval
  @   ensures \result.approvals.first == 0 && \result.approvals.second == 0
  @     && \result.approvals.third == 0;
  @   assignable \nothing;
  @*/
  public static Message submitted(
      Principal composer, Digest digest, long sendAt, int gateTiming, int mode, int required) {
    return new Message(
        new Origin(Direction.OUTBOUND, composer, gateTiming, mode, required),
        Approvals.none(composer.id, digest),
        sendAt,
        Risk.UNKNOWN,
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
  @   ensures \result.origin.composer == sender && \result.approvals.digest == digest
  @     && \result.status == status && \result.origin.direction == Direction.INBOUND
  @     && \result.origin.modeAtSubmission == mode && !\result.released;
  @   assignable \nothing;
  @*/
  public static Message arrived(Principal sender, Digest digest, int mode, int status) {
    return new Message(
        new Origin(Direction.INBOUND, sender, GateTiming.GATE_FIRST, mode, 1),
        Approvals.none(sender.id, digest),
        0,
        Risk.UNKNOWN,
        0,
        0,
        false,
        false,
        status);
  }

  /*@ public normal_behavior
  @   requires Status.PENDING_SCAN <= status && status <= Status.SPAM_QUARANTINED;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.origin == this.origin && \result.approvals == this.approvals
  @     && \result.sendAt == this.sendAt && \result.risk == this.risk
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == status;
  @   assignable \nothing;
  @*/
  public Message withStatus(int status) {
    return new Message(
        origin, approvals, sendAt, risk, deadline, attempts, copied, released, status);
  }

  /*@ public normal_behavior
  @   requires Risk.UNKNOWN <= risk;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.origin == this.origin && \result.approvals == this.approvals
  @     && \result.sendAt == this.sendAt && \result.risk == risk
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == this.status;
  @   assignable \nothing;
  @*/
  public Message withRisk(int risk) {
    return new Message(
        origin, approvals, sendAt, risk, deadline, attempts, copied, released, status);
  }

  /*@ public normal_behavior
  @   requires person != 0 && person != approvals.composer && approvals.third == 0;
  @   requires person != approvals.first && person != approvals.second;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.origin == this.origin && \result.sendAt == this.sendAt
  @     && \result.risk == this.risk && \result.deadline == this.deadline
  @     && \result.attempts == this.attempts && \result.copied == this.copied
  @     && \result.released == this.released && \result.status == this.status;
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
        origin, approvals.with(person), sendAt, risk, deadline, attempts, copied, released, status);
  }

  /** New bytes: what people said of the old ones, and what the scanner found, no longer counts. */
  /*@ public normal_behavior
  @   requires \invariant_for(digest);
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.origin == this.origin && \result.sendAt == sendAt
  @     && \result.risk == Risk.UNKNOWN && \result.deadline == this.deadline
  @     && \result.attempts == this.attempts && \result.copied == this.copied
  @     && \result.released == this.released && \result.status == Status.PENDING_SCAN;
  @   // law: approval_binds_bytes
  @   ensures \result.approvals.digest == digest && \result.approvals.first == 0 && \result.approvals.second == 0
  @     && \result.approvals.third == 0;
  @   assignable \nothing;
  @*/
  public Message withContent(Digest digest, long sendAt) {
    return new Message(
        origin,
        Approvals.none(approvals.composer, digest),
        sendAt,
        Risk.UNKNOWN,
        deadline,
        attempts,
        copied,
        released,
        Status.PENDING_SCAN);
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.origin == this.origin && \result.approvals == this.approvals
  @     && \result.sendAt == sendAt && \result.risk == this.risk
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == this.status;
  @   assignable \nothing;
  @*/
  public Message withSendAt(long sendAt) {
    return new Message(
        origin, approvals, sendAt, risk, deadline, attempts, copied, released, status);
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.origin == this.origin && \result.approvals == this.approvals
  @     && \result.sendAt == this.sendAt && \result.risk == this.risk
  @     && \result.deadline == deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == Status.PENDING_SEND_APPROVAL;
  @   assignable \nothing;
  @*/
  public Message waitingUntil(long deadline) {
    return new Message(
        origin,
        approvals,
        sendAt,
        risk,
        deadline,
        attempts,
        copied,
        released,
        Status.PENDING_SEND_APPROVAL);
  }

  /*@ public normal_behavior
  @   requires Status.PENDING_SCAN <= status && status <= Status.SPAM_QUARANTINED;
  @   requires 0 <= attempts;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.origin == this.origin && \result.approvals == this.approvals
  @     && \result.sendAt == this.sendAt && \result.risk == this.risk
  @     && \result.deadline == this.deadline && \result.attempts == attempts
  @     && \result.copied == this.copied && \result.released == this.released
  @     && \result.status == status;
  @   assignable \nothing;
  @*/
  public Message withAttempts(int attempts, int status) {
    return new Message(
        origin, approvals, sendAt, risk, deadline, attempts, copied, released, status);
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.origin == this.origin && \result.approvals == this.approvals
  @     && \result.sendAt == this.sendAt && \result.risk == this.risk
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == copied && \result.released == this.released
  @     && \result.status == Status.SENDING;
  @   assignable \nothing;
  @*/
  public Message leaving(boolean copied) {
    return new Message(
        origin, approvals, sendAt, risk, deadline, attempts, copied, released, Status.SENDING);
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.origin == this.origin && \result.approvals == this.approvals
  @     && \result.sendAt == this.sendAt && \result.risk == this.risk
  @     && \result.deadline == this.deadline && \result.attempts == this.attempts
  @     && \result.copied == this.copied && \result.released == true
  @     && \result.status == Status.UNREAD;
  @   assignable \nothing;
  @*/
  public Message letThrough() {
    return new Message(
        origin, approvals, sendAt, risk, deadline, attempts, copied, true, Status.UNREAD);
  }
}
