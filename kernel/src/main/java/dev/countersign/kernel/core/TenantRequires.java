package dev.countersign.kernel.core;

/**
 * What each act requires of the tenant's rows that it concerns: the first requirement that is not
 * met. That a named row is there is for the loader to say ({@code NOT_FOUND}), save where it says
 * so here.
 */
public final class TenantRequires {
  private TenantRequires() {}

  /**
   * A person decides, an operator hands out; neither right is ever an agent's to give or to get.
   */
  public static int grantable(Caller c, Principal holder, Scopes scopes) {
    if (!scopes.separated()) {
      return Refusal.SEND_AND_OVERSIGHT;
    }
    if (scopes.oversight && holder.role != Role.PERSON) {
      return Refusal.OVERSIGHT_NEEDS_PERSON;
    }
    if (!c.isOperator() && (holder.role != Role.AGENT || scopes.oversight || scopes.admin)) {
      return Refusal.NEEDS_OPERATOR;
    }
    return Refusal.NONE;
  }

  public static int submit(View v, Mailbox box, boolean idTaken, Caller c, long sendAt) {
    if (!c.scopes.send) {
      return Refusal.FORBIDDEN;
    }
    if (idTaken) {
      return Refusal.ALREADY_EXISTS;
    }
    if (box.removed) {
      return Refusal.REMOVED;
    }
    if (box.mode == Mode.READ_ONLY) {
      return Refusal.READ_ONLY;
    }
    if (v.stopped) {
      return Refusal.SUSPENDED;
    }
    if (v.now < sendAt && !box.policy.scheduling) {
      return Refusal.SCHEDULING_OFF;
    }
    return Refusal.NONE;
  }

  public static int receive(Mailbox box, boolean idTaken, Caller c) {
    if (!c.is(Role.MAIL_SERVER)) {
      return Refusal.FORBIDDEN;
    }
    if (idTaken) {
      return Refusal.ALREADY_EXISTS;
    }
    if (box.removed) {
      return Refusal.REMOVED;
    }
    return Refusal.NONE;
  }

  public static int createMailbox(
      long now, boolean idTaken, Caller c, long mailbox, Policy policy, Presented by) {
    if (!c.scopes.admin) {
      return Refusal.FORBIDDEN;
    }
    if (idTaken) {
      return Refusal.ALREADY_EXISTS;
    }
    if (!policy.inRange()) {
      return Refusal.POLICY_OUT_OF_RANGE;
    }
    if (!c.isOperator() && !by.redeems(now, Purpose.createMailbox(mailbox))) {
      return Refusal.NEEDS_CODE;
    }
    return Refusal.NONE;
  }

  public static int setMode(Caller c, Mailbox box, int mode) {
    if (!c.scopes.any()) {
      return Refusal.FORBIDDEN;
    }
    if (box.removed) {
      return Refusal.REMOVED;
    }
    if (!c.isOperator() && box.mode < mode) {
      return Refusal.LOOSER;
    }
    return Refusal.NONE;
  }

  public static int setPolicy(Caller c, Mailbox box, Policy policy) {
    if (!c.isOperator()) {
      return Refusal.FORBIDDEN;
    }
    if (box.removed) {
      return Refusal.REMOVED;
    }
    if (!policy.inRange()) {
      return Refusal.POLICY_OUT_OF_RANGE;
    }
    return Refusal.NONE;
  }

  /** Of a mailbox or of the whole tenant: anybody who oversees may stop it. */
  public static int suspend(Caller c) {
    if (!c.isOperator() && !c.mayDecide()) {
      return Refusal.FORBIDDEN;
    }
    return Refusal.NONE;
  }

  /** Of a mailbox or of the whole tenant. */
  public static int lift(Caller c) {
    if (!c.isOperator()) {
      return Refusal.FORBIDDEN;
    }
    return Refusal.NONE;
  }

  public static int removeMailbox(Caller c, Mailbox box) {
    if (!c.isOperator()) {
      return Refusal.FORBIDDEN;
    }
    if (box.removed) {
      return Refusal.REMOVED;
    }
    return Refusal.NONE;
  }

  /** The mailbox of an upgrade is there or not, and has {@code mode} if it is. */
  public static int requestCode(
      boolean idTaken, Caller c, Purpose purpose, boolean found, int mode) {
    if (!c.scopes.send && !c.scopes.admin) {
      return Refusal.FORBIDDEN;
    }
    if (idTaken) {
      return Refusal.ALREADY_EXISTS;
    }
    if (purpose.kind == Purpose.UPGRADE) {
      if (!found) {
        return Refusal.NOT_FOUND;
      }
      if (purpose.target <= mode) {
        return Refusal.NOT_LOOSER;
      }
      return Refusal.NONE;
    }
    if (!c.scopes.admin) {
      return Refusal.FORBIDDEN;
    }
    return Refusal.NONE;
  }

  public static int applyUpgrade(
      long now, Caller c, Mailbox box, long mailbox, int target, Presented by) {
    if (!c.scopes.send && !c.scopes.admin) {
      return Refusal.FORBIDDEN;
    }
    if (box.removed) {
      return Refusal.REMOVED;
    }
    if (!by.redeems(now, Purpose.upgrade(mailbox, target))) {
      return Refusal.WRONG_CODE;
    }
    return Refusal.NONE;
  }

  public static int createKey(
      long now, boolean idTaken, Caller c, Principal holder, Scopes scopes, Presented by) {
    if (!c.scopes.admin) {
      return Refusal.FORBIDDEN;
    }
    if (idTaken) {
      return Refusal.ALREADY_EXISTS;
    }
    int why = grantable(c, holder, scopes);
    if (why != Refusal.NONE) {
      return why;
    }
    if (!c.isOperator() && !by.redeems(now, Purpose.createKey(holder, scopes))) {
      return Refusal.NEEDS_CODE;
    }
    return Refusal.NONE;
  }

  public static int patchKey(long now, Caller c, Key key, long keyId, Scopes scopes, Presented by) {
    if (!c.scopes.admin) {
      return Refusal.FORBIDDEN;
    }
    int why = grantable(c, key.holder, scopes);
    if (why != Refusal.NONE) {
      return why;
    }
    if (!c.isOperator() && !by.redeems(now, Purpose.patchKey(keyId, scopes))) {
      return Refusal.NEEDS_CODE;
    }
    return Refusal.NONE;
  }

  public static int revokeKey(long now, Caller c, long keyId, Presented by) {
    if (!c.scopes.admin) {
      return Refusal.FORBIDDEN;
    }
    if (!c.isOperator() && !by.redeems(now, Purpose.revokeKey(keyId))) {
      return Refusal.NEEDS_CODE;
    }
    return Refusal.NONE;
  }

  public static int setAddress(Caller c) {
    if (!c.isOperator()) {
      return Refusal.FORBIDDEN;
    }
    return Refusal.NONE;
  }

  public static int tick(Caller c, long now, long next) {
    if (!c.is(Role.CLOCK)) {
      return Refusal.FORBIDDEN;
    }
    if (next < now) {
      return Refusal.TIME_RUNS_FORWARD;
    }
    return Refusal.NONE;
  }
}
