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
  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(holder) && \invariant_for(scopes);
  @   // law: no_escalation_to_self_approval
  @   ensures \result == Refusal.NONE && c.who.role != Role.OPERATOR ==> !scopes.oversight
  @     && !scopes.admin
  @     && holder.role == Role.AGENT;
  @   ensures \result == Refusal.NONE <==> !(scopes.send && scopes.oversight)
  @     && (scopes.oversight ==> holder.role == Role.PERSON)
  @     && (c.who.role == Role.OPERATOR && c.scopes.admin
  @     || holder.role == Role.AGENT && !scopes.oversight && !scopes.admin);
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(v) && \invariant_for(box) && \invariant_for(c);
  @   // law: read_only_never_sends
  @   ensures \result == Refusal.NONE ==> box.mode != Mode.READ_ONLY;
  @   ensures \result == Refusal.NONE <==> c.scopes.send && !idTaken && !box.removed
  @     && !v.stopped
  @     && box.mode != Mode.READ_ONLY && (sendAt <= v.now || box.policy.scheduling);
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(box);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.MAIL_SERVER && !idTaken
  @     && !box.removed;
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(by);
  @   requires \invariant_for(policy);
  @   ensures \result == Refusal.NONE <==> c.scopes.admin && !idTaken
  @     && 1 <= policy.requiredApprovals
  @     && policy.requiredApprovals <= 3 && 0 <= policy.riskThreshold
  @     && policy.riskThreshold <= 1000 && 1 <= policy.maxAttempts
  @     && 0 <= policy.approvalLifetime
  @     && policy.approvalLifetime <= Policy.MAX_TIME
  @     && (c.who.role == Role.OPERATOR
  @     || by.code.purpose.kind == Purpose.CREATE_MAILBOX && by.code.purpose.id == mailbox
  @     && by.given && !by.code.used && now < by.code.expires
  @     && by.code.secret.a == by.secret.a && by.code.secret.b == by.secret.b
  @     && by.code.secret.c == by.secret.c && by.code.secret.d == by.secret.d);
  @   assignable \strictly_nothing;
  @*/
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
    if (!c.isOperator() && !(by.stands(now) && by.code.purpose.isCreateMailbox(mailbox))) {
      return Refusal.NEEDS_CODE;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(box);
  @   // law: autonomy_never_rises_without_operator
  @   ensures \result == Refusal.NONE && box.mode < mode ==> c.who.role == Role.OPERATOR
  @     && c.scopes.admin;
  @   ensures \result == Refusal.NONE <==> !box.removed
  @     && (c.scopes.read || c.scopes.send || c.scopes.oversight || c.scopes.admin)
  @     && (c.who.role == Role.OPERATOR && c.scopes.admin || mode <= box.mode);
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(box);
  @   requires \invariant_for(policy);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.OPERATOR && c.scopes.admin
  @     && !box.removed
  @     && 1 <= policy.requiredApprovals && policy.requiredApprovals <= 3
  @     && 0 <= policy.riskThreshold && policy.riskThreshold <= 1000 && 1 <= policy.maxAttempts
  @     && 0 <= policy.approvalLifetime && policy.approvalLifetime <= Policy.MAX_TIME;
  @   assignable \strictly_nothing;
  @*/
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
  /*@ public normal_behavior
  @   requires \invariant_for(c);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.OPERATOR && c.scopes.admin
  @     || c.who.role == Role.PERSON && c.scopes.oversight;
  @   assignable \strictly_nothing;
  @*/
  public static int suspend(Caller c) {
    if (!c.isOperator() && !c.mayDecide()) {
      return Refusal.FORBIDDEN;
    }
    return Refusal.NONE;
  }

  /** Of a mailbox or of the whole tenant. */
  /*@ public normal_behavior
  @   requires \invariant_for(c);
  @   // law: suspended_never_sends
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.OPERATOR && c.scopes.admin;
  @   assignable \strictly_nothing;
  @*/
  public static int lift(Caller c) {
    if (!c.isOperator()) {
      return Refusal.FORBIDDEN;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(box);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.OPERATOR && c.scopes.admin
  @     && !box.removed;
  @   assignable \strictly_nothing;
  @*/
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
  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(purpose);
  @   ensures \result == Refusal.NONE <==> !idTaken
  @     && (purpose.kind == Purpose.UPGRADE
  @     ? (c.scopes.send || c.scopes.admin) && found && mode < purpose.target : c.scopes.admin);
  @   assignable \strictly_nothing;
  @*/
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

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(box) && \invariant_for(by);
  @   ensures \result == Refusal.NONE <==> (c.scopes.send || c.scopes.admin) && !box.removed
  @     && by.code.purpose.kind == Purpose.UPGRADE && by.code.purpose.id == mailbox
  @     && by.code.purpose.target == target && by.given && !by.code.used
  @     && now < by.code.expires
  @     && by.code.secret.a == by.secret.a && by.code.secret.b == by.secret.b
  @     && by.code.secret.c == by.secret.c && by.code.secret.d == by.secret.d;
  @   assignable \strictly_nothing;
  @*/
  public static int applyUpgrade(
      long now, Caller c, Mailbox box, long mailbox, int target, Presented by) {
    if (!c.scopes.send && !c.scopes.admin) {
      return Refusal.FORBIDDEN;
    }
    if (box.removed) {
      return Refusal.REMOVED;
    }
    if (!(by.stands(now) && by.code.purpose.isUpgrade(mailbox, target))) {
      return Refusal.WRONG_CODE;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(by);
  @   requires \invariant_for(holder) && \invariant_for(scopes);
  @   // law: no_escalation_to_self_approval
  @   ensures \result == Refusal.NONE && c.who.role != Role.OPERATOR ==> !scopes.oversight
  @     && !scopes.admin
  @     && holder.role == Role.AGENT;
  @   ensures \result == Refusal.NONE <==> c.scopes.admin && !idTaken
  @     && !(scopes.send && scopes.oversight)
  @     && (scopes.oversight ==> holder.role == Role.PERSON)
  @     && (c.who.role == Role.OPERATOR && c.scopes.admin
  @     || holder.role == Role.AGENT && !scopes.oversight && !scopes.admin)
  @     && (c.who.role == Role.OPERATOR
  @     || by.code.purpose.kind == Purpose.CREATE_KEY
  @     && by.code.purpose.holder.role == holder.role
  @     && by.code.purpose.holder.id == holder.id && by.code.purpose.scopes.read == scopes.read
  @     && by.code.purpose.scopes.send == scopes.send
  @     && by.code.purpose.scopes.oversight == scopes.oversight
  @     && by.code.purpose.scopes.admin == scopes.admin
  @     && by.given && !by.code.used && now < by.code.expires
  @     && by.code.secret.a == by.secret.a && by.code.secret.b == by.secret.b
  @     && by.code.secret.c == by.secret.c && by.code.secret.d == by.secret.d);
  @   assignable \strictly_nothing;
  @*/
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
    if (!c.isOperator() && !(by.stands(now) && by.code.purpose.isCreateKey(holder, scopes))) {
      return Refusal.NEEDS_CODE;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(by);
  @   requires \invariant_for(key) && \invariant_for(scopes);
  @   // law: no_escalation_to_self_approval
  @   ensures \result == Refusal.NONE && c.who.role != Role.OPERATOR ==> !scopes.oversight
  @     && !scopes.admin
  @     && key.holder.role == Role.AGENT;
  @   ensures \result == Refusal.NONE <==> c.scopes.admin
  @     && !(scopes.send && scopes.oversight)
  @     && (scopes.oversight ==> key.holder.role == Role.PERSON)
  @     && (c.who.role == Role.OPERATOR && c.scopes.admin
  @     || key.holder.role == Role.AGENT && !scopes.oversight && !scopes.admin)
  @     && (c.who.role == Role.OPERATOR
  @     || by.code.purpose.kind == Purpose.PATCH_KEY && by.code.purpose.id == keyId
  @     && by.code.purpose.scopes.read == scopes.read
  @     && by.code.purpose.scopes.send == scopes.send
  @     && by.code.purpose.scopes.oversight == scopes.oversight
  @     && by.code.purpose.scopes.admin == scopes.admin
  @     && by.given && !by.code.used && now < by.code.expires
  @     && by.code.secret.a == by.secret.a && by.code.secret.b == by.secret.b
  @     && by.code.secret.c == by.secret.c && by.code.secret.d == by.secret.d);
  @   assignable \strictly_nothing;
  @*/
  public static int patchKey(long now, Caller c, Key key, long keyId, Scopes scopes, Presented by) {
    if (!c.scopes.admin) {
      return Refusal.FORBIDDEN;
    }
    int why = grantable(c, key.holder, scopes);
    if (why != Refusal.NONE) {
      return why;
    }
    if (!c.isOperator() && !(by.stands(now) && by.code.purpose.isPatchKey(keyId, scopes))) {
      return Refusal.NEEDS_CODE;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(by);
  @   ensures \result == Refusal.NONE <==> c.scopes.admin
  @     && (c.who.role == Role.OPERATOR
  @     || by.code.purpose.kind == Purpose.REVOKE_KEY && by.code.purpose.id == keyId
  @     && by.given && !by.code.used && now < by.code.expires
  @     && by.code.secret.a == by.secret.a && by.code.secret.b == by.secret.b
  @     && by.code.secret.c == by.secret.c && by.code.secret.d == by.secret.d);
  @   assignable \strictly_nothing;
  @*/
  public static int revokeKey(long now, Caller c, long keyId, Presented by) {
    if (!c.scopes.admin) {
      return Refusal.FORBIDDEN;
    }
    if (!c.isOperator() && !(by.stands(now) && by.code.purpose.isRevokeKey(keyId))) {
      return Refusal.NEEDS_CODE;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c);
  @   // law: no_escalation_to_self_approval
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.OPERATOR && c.scopes.admin;
  @   assignable \strictly_nothing;
  @*/
  public static int setAddress(Caller c) {
    if (!c.isOperator()) {
      return Refusal.FORBIDDEN;
    }
    return Refusal.NONE;
  }

  /** What else only an operator may do: another may with the operator's code for exactly that. */
  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(by) && \invariant_for(act);
  @   // law: code_stands_for_one_act_once
  @   ensures \result == Refusal.NONE <==> c.scopes.admin
  @     && (c.who.role == Role.OPERATOR
  @     || by.code.purpose.kind == Purpose.OPERATE
  @     && by.code.purpose.act.a == act.a && by.code.purpose.act.b == act.b
  @     && by.code.purpose.act.c == act.c && by.code.purpose.act.d == act.d
  @     && by.given && !by.code.used && now < by.code.expires
  @     && by.code.secret.a == by.secret.a && by.code.secret.b == by.secret.b
  @     && by.code.secret.c == by.secret.c && by.code.secret.d == by.secret.d);
  @   assignable \strictly_nothing;
  @*/
  public static int operate(long now, Caller c, Digest act, Presented by) {
    if (!c.scopes.admin) {
      return Refusal.FORBIDDEN;
    }
    if (!c.isOperator() && !(by.stands(now) && by.code.purpose.isOperate(act))) {
      return Refusal.NEEDS_CODE;
    }
    return Refusal.NONE;
  }

  /** What nobody can take back: an operator, and with the code. */
  /*@ public normal_behavior
  @   requires \invariant_for(c) && \invariant_for(by) && \invariant_for(act);
  @   // law: code_stands_for_one_act_once
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.OPERATOR && c.scopes.admin
  @     && by.code.purpose.kind == Purpose.OPERATE
  @     && by.code.purpose.act.a == act.a && by.code.purpose.act.b == act.b
  @     && by.code.purpose.act.c == act.c && by.code.purpose.act.d == act.d
  @     && by.given && !by.code.used && now < by.code.expires
  @     && by.code.secret.a == by.secret.a && by.code.secret.b == by.secret.b
  @     && by.code.secret.c == by.secret.c && by.code.secret.d == by.secret.d;
  @   assignable \strictly_nothing;
  @*/
  public static int confirm(long now, Caller c, Digest act, Presented by) {
    if (!c.isOperator()) {
      return Refusal.FORBIDDEN;
    }
    if (!(by.stands(now) && by.code.purpose.isOperate(act))) {
      return Refusal.NEEDS_CODE;
    }
    return Refusal.NONE;
  }

  /** What stands beside the mail, of which nothing leaves: whoever may write mail may write it. */
  /*@ public normal_behavior
  @   requires \invariant_for(c);
  @   // law: no_escalation_to_self_approval
  @   ensures \result == Refusal.NONE ==> !c.scopes.oversight;
  @   ensures \result == Refusal.NONE <==> c.scopes.send
  @     || c.who.role == Role.OPERATOR && c.scopes.admin;
  @   assignable \strictly_nothing;
  @*/
  public static int annotate(Caller c) {
    if (!c.scopes.send && !c.isOperator()) {
      return Refusal.FORBIDDEN;
    }
    return Refusal.NONE;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(c);
  @   ensures \result == Refusal.NONE <==> c.who.role == Role.CLOCK && now <= next;
  @   assignable \strictly_nothing;
  @*/
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
