package dev.countersign.kernel.core;

/** What an operator's code is good for: one act, exactly. */
public final class Purpose {
  public static final int UPGRADE = 0;
  public static final int CREATE_MAILBOX = 1;
  public static final int CREATE_KEY = 2;
  public static final int PATCH_KEY = 3;
  public static final int REVOKE_KEY = 4;

  public final int kind;

  /** The mailbox or key; 0 where there is none yet. */
  public final long id;

  public final int target;
  public final Principal holder;
  public final Scopes scopes;

  private Purpose(int kind, long id, int target, Principal holder, Scopes scopes) {
    this.kind = kind;
    this.id = id;
    this.target = target;
    this.holder = holder;
    this.scopes = scopes;
  }

  public static Purpose upgrade(long mailbox, int target) {
    return new Purpose(UPGRADE, mailbox, target, nobody(), Scopes.none());
  }

  public static Purpose createMailbox(long mailbox) {
    return new Purpose(CREATE_MAILBOX, mailbox, Mode.READ_ONLY, nobody(), Scopes.none());
  }

  public static Purpose createKey(Principal holder, Scopes scopes) {
    return new Purpose(CREATE_KEY, 0, Mode.READ_ONLY, holder, scopes);
  }

  public static Purpose patchKey(long key, Scopes scopes) {
    return new Purpose(PATCH_KEY, key, Mode.READ_ONLY, nobody(), scopes);
  }

  public static Purpose revokeKey(long key) {
    return new Purpose(REVOKE_KEY, key, Mode.READ_ONLY, nobody(), Scopes.none());
  }

  private static Principal nobody() {
    return new Principal(Role.CLOCK, 0);
  }

  public boolean is(Purpose other) {
    return kind == other.kind
        && id == other.id
        && target == other.target
        && holder.is(other.holder)
        && scopes.is(other.scopes);
  }
}
