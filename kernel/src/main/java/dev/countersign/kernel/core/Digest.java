package dev.countersign.kernel.core;

/** A SHA-256 value. */
public final class Digest {
  public final long a;
  public final long b;
  public final long c;
  public final long d;

  public Digest(long a, long b, long c, long d) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /** Takes the same time wherever the two differ: secrets are compared with it too. */
  public boolean is(Digest other) {
    return ((a ^ other.a) | (b ^ other.b) | (c ^ other.c) | (d ^ other.d)) == 0;
  }
}
