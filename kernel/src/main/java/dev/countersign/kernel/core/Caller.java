package dev.countersign.kernel.core;

/** Who calls, and what the presented credential allows: nothing, if it is revoked or another's. */
public final class Caller {
  public final Principal who;
  public final Scopes scopes;

  private Caller(Principal who, Scopes scopes) {
    this.who = who;
    this.scopes = scopes;
  }

  public static Caller presenting(Principal who, Key key) {
    if (key.live && key.holder.is(who)) {
      return new Caller(who, key.scopes);
    }
    return new Caller(who, Scopes.none());
  }

  public static Caller withoutKey(Principal who) {
    return new Caller(who, Scopes.none());
  }

  public boolean is(int role) {
    return who.role == role;
  }

  /** A person who oversees. No other scope stands in for {@code oversight}. */
  public boolean mayDecide() {
    return who.role == Role.PERSON && scopes.oversight;
  }

  /** An operator at the controls. */
  public boolean isOperator() {
    return who.role == Role.OPERATOR && scopes.admin;
  }

  /** The author, under whichever credential: the one that wrote the message may change it. */
  public boolean mayWrite(Message m) {
    return scopes.send && who.is(m.composer);
  }
}
