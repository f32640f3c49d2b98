package dev.countersign.kernel.core;

/** What a credential allows. No scope stands in for another. */
public final class Scopes {
  public final boolean read;
  public final boolean send;
  public final boolean oversight;
  public final boolean admin;

  /*@ public normal_behavior
  @   ensures this.read == read && this.send == send && this.oversight == oversight
  @     && this.admin == admin;
  @   assignable this.*;
  @*/
  public Scopes(boolean read, boolean send, boolean oversight, boolean admin) {
    this.read = read;
    this.send = send;
    this.oversight = oversight;
    this.admin = admin;
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures !\result.read && !\result.send && !\result.oversight && !\result.admin;
  @   assignable \nothing;
  @*/
  public static Scopes none() {
    return new Scopes(false, false, false, false);
  }

  /** No credential both writes mail and decides about mail. */
  /*@ public normal_behavior
  @   ensures \result <==> !(send && oversight);
  @   assignable \strictly_nothing;
  @*/
  public boolean separated() {
    return !(send && oversight);
  }

  /*@ public normal_behavior
  @   ensures \result <==> read || send || oversight || admin;
  @   assignable \strictly_nothing;
  @*/
  public boolean any() {
    return read || send || oversight || admin;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(other);
  @   ensures \result <==> read == other.read && send == other.send
  @     && oversight == other.oversight
  @     && admin == other.admin;
  @   assignable \strictly_nothing;
  @*/
  public boolean is(Scopes other) {
    return read == other.read
        && send == other.send
        && oversight == other.oversight
        && admin == other.admin;
  }
}
