package dev.countersign.kernel.core;

/** What can be looked at without touching a message. */
public final class Sight {
  public static final int INBOX = 0;
  public static final int MAILBOXES = 1;
  public static final int PENDING = 2;
  public static final int KEYS = 3;
  public static final int LEDGER = 4;

  private Sight() {}

  /*@ public normal_behavior
  @   requires \invariant_for(c);
  @   ensures \result == Refusal.NONE <==> sight == INBOX
  @     && (c.scopes.read || c.who.role == Role.PERSON && c.scopes.oversight)
  @     || sight == MAILBOXES
  @     && (c.scopes.read || c.scopes.admin || c.who.role == Role.PERSON && c.scopes.oversight)
  @     || sight == PENDING && c.who.role == Role.PERSON && c.scopes.oversight
  @     || (sight == KEYS || sight == LEDGER) && c.scopes.admin;
  @   assignable \strictly_nothing;
  @*/
  public static int requires(Caller c, int sight) {
    if (allowed(c, sight)) {
      return Refusal.NONE;
    }
    return Refusal.FORBIDDEN;
  }

  private static boolean allowed(Caller c, int sight) {
    switch (sight) {
      case INBOX:
        return c.scopes.read || c.mayDecide();
      case MAILBOXES:
        return c.scopes.read || c.mayDecide() || c.scopes.admin;
      case PENDING:
        return c.mayDecide();
      case KEYS:
      case LEDGER:
        return c.scopes.admin;
      default:
        return false;
    }
  }
}
