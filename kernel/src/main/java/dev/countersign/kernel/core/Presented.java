package dev.countersign.kernel.core;

/** A code as a caller presents it: the row it names, and the secret it knows. */
public final class Presented {
  public final boolean given;
  public final Code code;
  public final Digest secret;

  private Presented(boolean given, Code code, Digest secret) {
    this.given = given;
    this.code = code;
    this.secret = secret;
  }

  public static Presented with(Code code, Digest secret) {
    return new Presented(true, code, secret);
  }

  public static Presented nothing() {
    Digest zero = new Digest(0, 0, 0, 0);
    return new Presented(false, new Code(Purpose.createMailbox(0), zero, 0, true), zero);
  }

  /** The code is the one that was made for exactly this purpose, in time, unused. */
  public boolean redeems(long now, Purpose purpose) {
    return given
        && code.purpose.is(purpose)
        && code.secret.is(secret)
        && now < code.expires
        && !code.used;
  }
}
