package dev.countersign.kernel.core;

/** One call on a tenant's mailbox or key: what it then is; itself, if the call is refused. */
public final class TenantStep {
  private TenantStep() {}

  /** A new mailbox is never looser than {@code GATED_SEND}, whatever was asked for. */
  public static Mailbox mailboxCreated(int mode, Policy policy) {
    return new Mailbox(Mode.stricter(mode, Mode.GATED_SEND), policy, false, false);
  }

  public static Mailbox setMode(Caller c, Mailbox box, int mode) {
    if (TenantRequires.setMode(c, box, mode) != Refusal.NONE) {
      return box;
    }
    return box.withMode(mode);
  }

  public static Mailbox setPolicy(Caller c, Mailbox box, Policy policy) {
    if (TenantRequires.setPolicy(c, box, policy) != Refusal.NONE) {
      return box;
    }
    return box.withPolicy(policy);
  }

  public static Mailbox suspend(Caller c, Mailbox box) {
    if (TenantRequires.suspend(c) != Refusal.NONE) {
      return box;
    }
    return box.withSuspended(true);
  }

  public static Mailbox lift(Caller c, Mailbox box) {
    if (TenantRequires.lift(c) != Refusal.NONE) {
      return box;
    }
    return box.withSuspended(false);
  }

  public static Mailbox removeMailbox(Caller c, Mailbox box) {
    if (TenantRequires.removeMailbox(c, box) != Refusal.NONE) {
      return box;
    }
    return box.withRemoved();
  }

  public static Mailbox applyUpgrade(
      long now, Caller c, Mailbox box, long mailbox, int target, Presented by) {
    if (TenantRequires.applyUpgrade(now, c, box, mailbox, target, by) != Refusal.NONE) {
      return box;
    }
    return box.withMode(target);
  }

  /** Asks nothing: the caller of {@link TenantRequires#createKey} does. */
  public static Key keyCreated(Caller c, Principal holder, Scopes scopes) {
    return new Key(holder, c.who, scopes, true);
  }

  public static Key patchKey(long now, Caller c, Key key, long keyId, Scopes scopes, Presented by) {
    if (TenantRequires.patchKey(now, c, key, keyId, scopes, by) != Refusal.NONE) {
      return key;
    }
    return key.withScopes(scopes);
  }

  public static Key revokeKey(long now, Caller c, Key key, long keyId, Presented by) {
    if (TenantRequires.revokeKey(now, c, keyId, by) != Refusal.NONE) {
      return key;
    }
    return key.revoked();
  }
}
