package dev.countersign.kernel.core;

/** An operator's code. The secret reaches the operator's own address and nobody else's. */
public final class Code {
  /** 24 hours. */
  public static final long LIFETIME = 86400000L;

  public final Purpose purpose;
  public final Digest secret;
  public final long expires;
  public final boolean used;

  public Code(Purpose purpose, Digest secret, long expires, boolean used) {
    this.purpose = purpose;
    this.secret = secret;
    this.expires = expires;
    this.used = used;
  }

  public static long expiry(long now) {
    return now + LIFETIME;
  }
}
