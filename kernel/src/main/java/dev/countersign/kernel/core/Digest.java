package dev.countersign.kernel.core;

/** A SHA-256 value. */
public final class Digest {
  public final long a;
  public final long b;
  public final long c;
  public final long d;

  /*@ // the prover does not assume that a field holds a long, and asks before it is passed on
  @ public invariant Long.MIN_VALUE <= a && a <= Long.MAX_VALUE && Long.MIN_VALUE <= b
  @     && b <= Long.MAX_VALUE && Long.MIN_VALUE <= c && c <= Long.MAX_VALUE
  @     && Long.MIN_VALUE <= d && d <= Long.MAX_VALUE;
  @*/

  /*@ public normal_behavior
  @   ensures this.a == a && this.b == b && this.c == c && this.d == d;
  @   assignable this.*;
  @*/
  public Digest(long a, long b, long c, long d) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /** Stops at the first difference: of a secret, too, only a hash ever gets here. */
  /*@ public normal_behavior
  @   requires \invariant_for(other);
  @   ensures \result <==> a == other.a && b == other.b && c == other.c && d == other.d;
  @   assignable \strictly_nothing;
  @*/
  public boolean is(Digest other) {
    return a == other.a && b == other.b && c == other.c && d == other.d;
  }
}
