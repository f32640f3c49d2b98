package dev.countersign.kernel.core;

/** What an operator's code is good for: one act, exactly. */
public final class Purpose {
  public static final int UPGRADE = 0;
  public static final int CREATE_MAILBOX = 1;
  public static final int CREATE_KEY = 2;
  public static final int PATCH_KEY = 3;
  public static final int REVOKE_KEY = 4;
  public static final int OPERATE = 5;

  public final int kind;

  /** The mailbox or key; 0 where there is none yet. */
  public final long id;

  public final int target;
  public final Principal holder;
  public final Scopes scopes;

  /** Of exactly what is to be done in an operator's place. */
  public final Digest act;

  /*@ public invariant \invariant_for(holder) && \invariant_for(scopes) && \invariant_for(act);
  @ public invariant Mode.READ_ONLY <= target && target <= Mode.AUTONOMOUS;
  @ public invariant UPGRADE <= kind && kind <= OPERATE && Long.MIN_VALUE <= id
  @     && id <= Long.MAX_VALUE;
  @*/

  /*@ private normal_behavior
  @   requires \invariant_for(holder) && \invariant_for(scopes) && \invariant_for(act);
  @   requires Mode.READ_ONLY <= target && target <= Mode.AUTONOMOUS;
  @   requires UPGRADE <= kind && kind <= OPERATE;
  @   ensures this.kind == kind && this.id == id && this.target == target
  @     && this.holder == holder
  @     && this.scopes == scopes && this.act == act;
  @   assignable this.*;
  @*/
  private Purpose(int kind, long id, int target, Principal holder, Scopes scopes, Digest act) {
    this.kind = kind;
    this.id = id;
    this.target = target;
    this.holder = holder;
    this.scopes = scopes;
    this.act = act;
  }

  /*@ public normal_behavior
  @   requires Mode.READ_ONLY <= target && target <= Mode.AUTONOMOUS;
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.kind == UPGRADE && \result.id == mailbox && \result.target == target;
  @   assignable \nothing;
  @*/
  public static Purpose upgrade(long mailbox, int target) {
    return new Purpose(UPGRADE, mailbox, target, nobody(), Scopes.none(), nothing());
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.kind == CREATE_MAILBOX && \result.id == mailbox;
  @   assignable \nothing;
  @*/
  public static Purpose createMailbox(long mailbox) {
    return new Purpose(CREATE_MAILBOX, mailbox, Mode.READ_ONLY, nobody(), Scopes.none(), nothing());
  }

  /*@ public normal_behavior
  @   requires \invariant_for(holder) && \invariant_for(scopes);
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.kind == CREATE_KEY && \result.holder == holder
  @     && \result.scopes == scopes;
  @   assignable \nothing;
  @*/
  public static Purpose createKey(Principal holder, Scopes scopes) {
    return new Purpose(CREATE_KEY, 0, Mode.READ_ONLY, holder, scopes, nothing());
  }

  /*@ public normal_behavior
  @   requires \invariant_for(scopes);
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.kind == PATCH_KEY && \result.id == key && \result.scopes == scopes;
  @   assignable \nothing;
  @*/
  public static Purpose patchKey(long key, Scopes scopes) {
    return new Purpose(PATCH_KEY, key, Mode.READ_ONLY, nobody(), scopes, nothing());
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.kind == REVOKE_KEY && \result.id == key;
  @   assignable \nothing;
  @*/
  public static Purpose revokeKey(long key) {
    return new Purpose(REVOKE_KEY, key, Mode.READ_ONLY, nobody(), Scopes.none(), nothing());
  }

  /*@ public normal_behavior
  @   requires \invariant_for(act);
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.kind == OPERATE && \result.act == act;
  @   assignable \nothing;
  @*/
  public static Purpose operate(Digest act) {
    return new Purpose(OPERATE, 0, Mode.READ_ONLY, nobody(), Scopes.none(), act);
  }

  /*@ private normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result) && \result.a == 0 && \result.b == 0
  @     && \result.c == 0 && \result.d == 0;
  @   assignable \nothing;
  @*/
  private static Digest nothing() {
    return new Digest(0, 0, 0, 0);
  }

  /*@ private normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result) && \result.role == Role.CLOCK
  @     && \result.id == 0;
  @   assignable \nothing;
  @*/
  private static Principal nobody() {
    return new Principal(Role.CLOCK, 0);
  }

  /*@ public normal_behavior
  @   ensures \result <==> kind == UPGRADE && id == mailbox && this.target == target;
  @   assignable \strictly_nothing;
  @*/
  public boolean isUpgrade(long mailbox, int target) {
    return kind == UPGRADE && id == mailbox && this.target == target;
  }

  /*@ public normal_behavior
  @   ensures \result <==> kind == CREATE_MAILBOX && id == mailbox;
  @   assignable \strictly_nothing;
  @*/
  public boolean isCreateMailbox(long mailbox) {
    return kind == CREATE_MAILBOX && id == mailbox;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(holder) && \invariant_for(scopes);
  @   ensures \result <==> kind == CREATE_KEY && this.holder.role == holder.role
  @     && this.holder.id == holder.id && this.scopes.read == scopes.read
  @     && this.scopes.send == scopes.send
  @     && this.scopes.oversight == scopes.oversight
  @     && this.scopes.admin == scopes.admin;
  @   assignable \strictly_nothing;
  @*/
  public boolean isCreateKey(Principal holder, Scopes scopes) {
    return kind == CREATE_KEY && this.holder.is(holder) && this.scopes.is(scopes);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(scopes);
  @   ensures \result <==> kind == PATCH_KEY && id == key && this.scopes.read == scopes.read
  @     && this.scopes.send == scopes.send
  @     && this.scopes.oversight == scopes.oversight
  @     && this.scopes.admin == scopes.admin;
  @   assignable \strictly_nothing;
  @*/
  public boolean isPatchKey(long key, Scopes scopes) {
    return kind == PATCH_KEY && id == key && this.scopes.is(scopes);
  }

  /*@ public normal_behavior
  @   ensures \result <==> kind == REVOKE_KEY && id == key;
  @   assignable \strictly_nothing;
  @*/
  public boolean isRevokeKey(long key) {
    return kind == REVOKE_KEY && id == key;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(act);
  @   ensures \result <==> kind == OPERATE && this.act.a == act.a && this.act.b == act.b
  @     && this.act.c == act.c && this.act.d == act.d;
  @   assignable \strictly_nothing;
  @*/
  public boolean isOperate(Digest act) {
    return kind == OPERATE && this.act.is(act);
  }
}
