package dev.countersign.kernel.core;

/** One call on a tenant's mailbox or key: what it then is; itself, if the call is refused. */
public final class TenantStep {
  private TenantStep() {}

  /** A new mailbox is never looser than {@code GATED_SEND}, whatever was asked for. */
  /*@ public normal_behavior
  @   requires \invariant_for(policy) && Mode.READ_ONLY <= mode && mode <= Mode.AUTONOMOUS;
  @   requires 1 <= policy.requiredApprovals && policy.requiredApprovals <= 3
  @     && 1 <= policy.maxAttempts
  @     && 0 <= policy.approvalLifetime && policy.approvalLifetime <= Policy.MAX_TIME;
  @   ensures \fresh(\result) && \invariant_for(\result) && \result.policy == policy;
  @   // law: autonomy_never_rises_without_operator
  @   ensures \result.mode == (mode <= Mode.GATED_SEND ? mode : Mode.GATED_SEND);
  @   ensures !\result.suspended && !\result.removed;
  @   assignable \nothing;
  @*/
  public static Mailbox mailboxCreated(int mode, Policy policy) {
    return new Mailbox(Mode.stricter(mode, Mode.GATED_SEND), policy, false, false);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(box);
  @   requires Mode.READ_ONLY <= mode && mode <= Mode.AUTONOMOUS;
  @   ensures \invariant_for(\result);
  @   // law: autonomy_never_rises_without_operator
  @   ensures box.mode < \result.mode ==> c.who.role == Role.OPERATOR && c.scopes.admin;
  @   // law: autonomy_never_rises_without_operator
  @   ensures mode <= box.mode && !box.removed
  @     && (c.scopes.read || c.scopes.send || c.scopes.oversight || c.scopes.admin) ==>
  @     \result.mode == mode;
  @   ensures \result.policy == box.policy && \result.suspended == box.suspended
  @     && \result.removed == box.removed;
  @   assignable \nothing;
  @*/
  public static Mailbox setMode(Caller c, Mailbox box, int mode) {
    if (TenantRequires.setMode(c, box, mode) != Refusal.NONE) {
      return box;
    }
    return box.withMode(mode);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(box);
  @   requires \invariant_for(policy);
  @   ensures \invariant_for(\result);
  @   ensures \result.mode == box.mode && \result.suspended == box.suspended
  @     && \result.removed == box.removed;
  @   ensures \result.policy != box.policy ==> \result.policy == policy
  @     && c.who.role == Role.OPERATOR && c.scopes.admin;
  @   assignable \nothing;
  @*/
  public static Mailbox setPolicy(Caller c, Mailbox box, Policy policy) {
    if (TenantRequires.setPolicy(c, box, policy) != Refusal.NONE) {
      return box;
    }
    return box.withPolicy(policy);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(box);
  @   ensures \invariant_for(\result);
  @   ensures \result.mode == box.mode && \result.policy == box.policy
  @     && \result.removed == box.removed;
  @   ensures \result.suspended <==> box.suspended || c.who.role == Role.OPERATOR
  @     && c.scopes.admin
  @     || c.who.role == Role.PERSON && c.scopes.oversight;
  @   assignable \nothing;
  @*/
  public static Mailbox suspend(Caller c, Mailbox box) {
    if (TenantRequires.suspend(c) != Refusal.NONE) {
      return box;
    }
    return box.withSuspended(true);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(box);
  @   ensures \invariant_for(\result);
  @   ensures \result.mode == box.mode && \result.policy == box.policy
  @     && \result.removed == box.removed;
  @   // law: suspended_never_sends
  @   ensures \result.suspended <==> box.suspended
  @     && !(c.who.role == Role.OPERATOR && c.scopes.admin);
  @   assignable \nothing;
  @*/
  public static Mailbox lift(Caller c, Mailbox box) {
    if (TenantRequires.lift(c) != Refusal.NONE) {
      return box;
    }
    return box.withSuspended(false);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(box);
  @   ensures \invariant_for(\result);
  @   ensures \result.mode == box.mode && \result.policy == box.policy
  @     && \result.suspended == box.suspended;
  @   ensures \result.removed <==> box.removed || c.who.role == Role.OPERATOR
  @     && c.scopes.admin;
  @   assignable \nothing;
  @*/
  public static Mailbox removeMailbox(Caller c, Mailbox box) {
    if (TenantRequires.removeMailbox(c, box) != Refusal.NONE) {
      return box;
    }
    return box.withRemoved();
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(box) && \invariant_for(by);
  @   requires Mode.READ_ONLY <= target && target <= Mode.AUTONOMOUS;
  @   ensures \invariant_for(\result);
  @   // law: autonomy_never_rises_without_operator
  @   ensures \result.mode != box.mode ==> \result.mode == target
  @     && by.code.purpose.kind == Purpose.UPGRADE && by.code.purpose.id == mailbox
  @     && by.code.purpose.target == target && by.given && !by.code.used
  @     && now < by.code.expires
  @     && by.code.secret.a == by.secret.a && by.code.secret.b == by.secret.b
  @     && by.code.secret.c == by.secret.c && by.code.secret.d == by.secret.d;
  @   ensures \result.policy == box.policy && \result.suspended == box.suspended
  @     && \result.removed == box.removed;
  @   assignable \nothing;
  @*/
  public static Mailbox applyUpgrade(
      long now, Caller c, Mailbox box, long mailbox, int target, Presented by) {
    if (TenantRequires.applyUpgrade(now, c, box, mailbox, target, by) != Refusal.NONE) {
      return box;
    }
    return box.withMode(target);
  }

  /** Asks nothing: the caller of {@link TenantRequires#createKey} does. */
  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(holder) && \invariant_for(scopes);
  @   requires !(scopes.send && scopes.oversight)
  @     && (scopes.oversight ==> holder.role == Role.PERSON);
  @   ensures \fresh(\result) && \invariant_for(\result) && \result.live;
  @   ensures \result.holder == holder && \result.maker == c.who && \result.scopes == scopes;
  @   assignable \nothing;
  @*/
  public static Key keyCreated(Caller c, Principal holder, Scopes scopes) {
    return new Key(holder, c.who, scopes, true);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(by);
  @   requires \invariant_for(key) && \invariant_for(scopes);
  @   ensures \invariant_for(\result);
  @   // law: no_escalation_to_self_approval
  @   ensures \result.scopes != key.scopes ==> \result.scopes == scopes && c.scopes.admin
  @     && (c.who.role != Role.OPERATOR ==> !scopes.oversight && !scopes.admin);
  @   ensures \result.holder == key.holder && \result.maker == key.maker
  @     && \result.live == key.live;
  @   assignable \nothing;
  @*/
  public static Key patchKey(long now, Caller c, Key key, long keyId, Scopes scopes, Presented by) {
    if (TenantRequires.patchKey(now, c, key, keyId, scopes, by) != Refusal.NONE) {
      return key;
    }
    return key.withScopes(scopes);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(by);
  @   requires \invariant_for(key);
  @   ensures \invariant_for(\result);
  @   ensures \result.holder == key.holder && \result.maker == key.maker
  @     && \result.scopes == key.scopes;
  @   ensures \result.live ==> key.live;
  @   assignable \nothing;
  @*/
  public static Key revokeKey(long now, Caller c, Key key, long keyId, Presented by) {
    if (TenantRequires.revokeKey(now, c, keyId, by) != Refusal.NONE) {
      return key;
    }
    return key.revoked();
  }
}
