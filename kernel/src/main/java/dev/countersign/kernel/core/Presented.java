package dev.countersign.kernel.core;

/** A code as a caller presents it: the row it names, and the secret it knows. */
public final class Presented {
  public final boolean given;
  public final Code code;
  public final Digest secret;

  /*@ public invariant \invariant_for(code) && \invariant_for(secret);
  @*/

  /*@ private normal_behavior
  @   requires \invariant_for(code) && \invariant_for(secret);
  @   ensures this.given == given && this.code == code && this.secret == secret;
  @   assignable this.*;
  @*/
  private Presented(boolean given, Code code, Digest secret) {
    this.given = given;
    this.code = code;
    this.secret = secret;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(code) && \invariant_for(secret);
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.given && \result.code == code && \result.secret == secret;
  @   assignable \nothing;
  @*/
  public static Presented with(Code code, Digest secret) {
    return new Presented(true, code, secret);
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result) && !\result.given;
  @   assignable \nothing;
  @*/
  public static Presented nothing() {
    Digest zero = new Digest(0, 0, 0, 0);
    return new Presented(false, new Code(Purpose.createMailbox(0), zero, 0, true), zero);
  }

  /** Its secret is known, in time, for the first time. What it is good for is its purpose's say. */
  /*@ public normal_behavior
  @   // law: autonomy_never_rises_without_operator
  @   ensures \result <==> given && !code.used && now < code.expires
  @     && code.secret.a == secret.a
  @     && code.secret.b == secret.b && code.secret.c == secret.c && code.secret.d == secret.d;
  @   assignable \strictly_nothing;
  @*/
  public boolean stands(long now) {
    return given && code.secret.is(secret) && now < code.expires && !code.used;
  }
}
