package dev.countersign.kernel.core;

/** An operator's code. The secret reaches the operator's own address and nobody else's. */
public final class Code {
  /** 24 hours. */
  public static final long LIFETIME = 86400000L;

  public final Purpose purpose;
  public final Digest secret;
  public final long expires;
  public final boolean used;

  /*@ public invariant \invariant_for(purpose) && \invariant_for(secret);
  @ public invariant Long.MIN_VALUE <= expires && expires <= Long.MAX_VALUE;
  @*/

  /*@ public normal_behavior
  @   requires \invariant_for(purpose) && \invariant_for(secret);
  @   ensures this.purpose == purpose && this.secret == secret && this.expires == expires
  @     && this.used == used;
  @   assignable this.*;
  @*/
  public Code(Purpose purpose, Digest secret, long expires, boolean used) {
    this.purpose = purpose;
    this.secret = secret;
    this.expires = expires;
    this.used = used;
  }

  /*@ public normal_behavior
  @   requires 0 <= now && now <= Policy.MAX_TIME;
  @   ensures \result == now + LIFETIME;
  @   assignable \strictly_nothing;
  @*/
  public static long expiry(long now) {
    return now + LIFETIME;
  }
}
