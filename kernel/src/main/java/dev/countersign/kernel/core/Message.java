package dev.countersign.kernel.core;

/** A message, as oversight sees it. */
public final class Message {
  public final int direction;
  public final Principal composer;

  /** Names subject, body, attachments and every envelope recipient. */
  public final Digest digest;

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

  public Message(
      int direction,
      Principal composer,
      Digest digest,
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
    this.digest = digest;
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

  public static Message submitted(
      Principal composer, Digest digest, long sendAt, int gateTiming, int mode, int required) {
    return new Message(
        Direction.OUTBOUND,
        composer,
        digest,
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

  public static Message arrived(Principal sender, Digest digest, int mode, int status) {
    return new Message(
        Direction.INBOUND,
        sender,
        digest,
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

  public Message withStatus(int status) {
    return new Message(
        direction,
        composer,
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

  public Message withRisk(int risk) {
    return new Message(
        direction,
        composer,
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

  public Message withApproval(long person) {
    return new Message(
        direction,
        composer,
        digest,
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
  public Message withContent(Digest digest, long sendAt) {
    return new Message(
        direction,
        composer,
        digest,
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

  public Message withSendAt(long sendAt) {
    return new Message(
        direction,
        composer,
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

  public Message waitingUntil(long deadline) {
    return new Message(
        direction,
        composer,
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
        Status.PENDING_SEND_APPROVAL);
  }

  public Message withAttempts(int attempts, int status) {
    return new Message(
        direction,
        composer,
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

  public Message leaving(boolean copied) {
    return new Message(
        direction,
        composer,
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
        Status.SENDING);
  }

  public Message letThrough() {
    return new Message(
        direction,
        composer,
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
        true,
        Status.UNREAD);
  }
}
