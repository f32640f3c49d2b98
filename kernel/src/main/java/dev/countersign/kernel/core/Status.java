package dev.countersign.kernel.core;

/**
 * Where a message stands. {@code QUEUED} is cleared to leave; {@code SENDING} has begun its
 * transmission.
 */
public final class Status {
  public static final int PENDING_SCAN = 0;
  public static final int PENDING_SEND_APPROVAL = 1;
  public static final int SCHEDULED = 2;
  public static final int QUEUED = 3;
  public static final int SENDING = 4;
  public static final int INDETERMINATE = 5;
  public static final int SENT = 6;
  public static final int SEND_FAILED = 7;
  public static final int REJECTED = 8;
  public static final int CANCELLED = 9;
  public static final int BLOCKED = 10;
  public static final int EXPIRED = 11;
  public static final int PENDING_INBOUND_APPROVAL = 12;
  public static final int UNREAD = 13;
  public static final int READ = 14;
  public static final int SPAM_FLAGGED = 15;
  public static final int SPAM_QUARANTINED = 16;

  private Status() {}

  /** An outgoing message of which nothing has been handed to the mail server yet. */
  /*@ public normal_behavior
  @   ensures \result <==> status == PENDING_SCAN || status == PENDING_SEND_APPROVAL
  @     || status == SCHEDULED
  @     || status == QUEUED;
  @   assignable \strictly_nothing;
  @*/
  public static boolean held(int status) {
    return PENDING_SCAN <= status && status <= QUEUED;
  }

  /** No call moves a message out of these. */
  /*@ public normal_behavior
  @   ensures \result <==> status == SEND_FAILED || status == REJECTED || status == CANCELLED
  @     || status == BLOCKED || status == EXPIRED;
  @   assignable \strictly_nothing;
  @*/
  public static boolean terminal(int status) {
    return SEND_FAILED <= status && status <= EXPIRED;
  }
}
