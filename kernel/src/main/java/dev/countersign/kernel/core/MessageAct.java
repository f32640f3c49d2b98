package dev.countersign.kernel.core;

/** What a call asks of one message; a field that its kind has no use for is not looked at. */
public final class MessageAct {
  public final int kind;
  public final int risk;
  public final Digest digest;
  public final long sendAt;
  public final boolean delivered;

  /*@ public invariant \invariant_for(digest);
  @ public invariant Integer.MIN_VALUE <= kind && kind <= Integer.MAX_VALUE;
  @ public invariant Risk.UNKNOWN <= risk && risk <= Integer.MAX_VALUE;
  @ public invariant Long.MIN_VALUE <= sendAt && sendAt <= Long.MAX_VALUE;
  @*/

  /*@ public normal_behavior
  @   requires \invariant_for(digest) && Risk.UNKNOWN <= risk;
  @   ensures this.kind == kind && this.risk == risk && this.digest == digest
  @     && this.sendAt == sendAt && this.delivered == delivered;
  @   assignable this.*;
  @*/
  public MessageAct(int kind, int risk, Digest digest, long sendAt, boolean delivered) {
    this.kind = kind;
    this.risk = risk;
    this.digest = digest;
    this.sendAt = sendAt;
    this.delivered = delivered;
  }
}
