package dev.countersign.kernel.core;

/** What a credential allows. No scope stands in for another. */
public final class Scopes {
  public final boolean read;
  public final boolean send;
  public final boolean oversight;
  public final boolean admin;

  public Scopes(boolean read, boolean send, boolean oversight, boolean admin) {
    this.read = read;
    this.send = send;
    this.oversight = oversight;
    this.admin = admin;
  }

  public static Scopes none() {
    return new Scopes(false, false, false, false);
  }

  /** No credential both writes mail and decides about mail. */
  public boolean separated() {
    return !(send && oversight);
  }

  public boolean any() {
    return read || send || oversight || admin;
  }

  public boolean is(Scopes other) {
    return read == other.read
        && send == other.send
        && oversight == other.oversight
        && admin == other.admin;
  }
}
