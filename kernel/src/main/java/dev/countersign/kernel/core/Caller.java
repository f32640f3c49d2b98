package dev.countersign.kernel.core;

/** Who calls, and what the presented credential allows: nothing, if it is revoked or another's. */
public final class Caller {
  public final Principal who;
  public final Scopes scopes;

  /*@ // law: no_escalation_to_self_approval
  @ public invariant !(scopes.send && scopes.oversight)
  @     && (scopes.oversight ==> who.role == Role.PERSON);
  @ public invariant \invariant_for(who) && \invariant_for(scopes);
  @*/

  /*@ private normal_behavior
  @   requires !(scopes.send && scopes.oversight)
  @     && (scopes.oversight ==> who.role == Role.PERSON);
  @   requires \invariant_for(who) && \invariant_for(scopes);
  @   ensures this.who == who && this.scopes == scopes;
  @   assignable this.*;
  @*/
  private Caller(Principal who, Scopes scopes) {
    this.who = who;
    this.scopes = scopes;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(who) && \invariant_for(key);
  @   ensures \fresh(\result) && \invariant_for(\result) && \result.who == who;
  @   ensures key.live && key.holder.role == who.role && key.holder.id == who.id ==>
  @     \result.scopes == key.scopes;
  @   ensures !(key.live && key.holder.role == who.role && key.holder.id == who.id) ==>
  @     !\result.scopes.read && !\result.scopes.send && !\result.scopes.oversight
  @     && !\result.scopes.admin;
  @   assignable \nothing;
  @*/
  public static Caller presenting(Principal who, Key key) {
    if (key.live && key.holder.is(who)) {
      return new Caller(who, key.scopes);
    }
    return new Caller(who, Scopes.none());
  }

  /*@ public normal_behavior
  @   requires \invariant_for(who);
  @   ensures \fresh(\result) && \invariant_for(\result) && \result.who == who;
  @   ensures !\result.scopes.read && !\result.scopes.send && !\result.scopes.oversight
  @     && !\result.scopes.admin;
  @   assignable \nothing;
  @*/
  public static Caller withoutKey(Principal who) {
    return new Caller(who, Scopes.none());
  }

  /*@ public normal_behavior
  @   ensures \result <==> who.role == role;
  @   assignable \strictly_nothing;
  @*/
  public boolean is(int role) {
    return who.role == role;
  }

  /** A person who oversees. No other scope stands in for {@code oversight}. */
  /*@ public normal_behavior
  @   ensures \result <==> who.role == Role.PERSON && scopes.oversight;
  @   assignable \strictly_nothing;
  @*/
  public boolean mayDecide() {
    return who.role == Role.PERSON && scopes.oversight;
  }

  /** An operator at the controls. */
  /*@ public normal_behavior
  @   ensures \result <==> who.role == Role.OPERATOR && scopes.admin;
  @   assignable \strictly_nothing;
  @*/
  public boolean isOperator() {
    return who.role == Role.OPERATOR && scopes.admin;
  }

  /** The author, under whichever credential: the one that wrote the message may change it. */
  /*@ public normal_behavior
  @   requires \invariant_for(m);
  @   ensures \result <==> scopes.send && who.role == m.composer.role
  @     && who.id == m.composer.id;
  @   // law: no_escalation_to_self_approval
  @   ensures \result ==> !scopes.oversight;
  @   assignable \strictly_nothing;
  @*/
  public boolean mayWrite(Message m) {
    return scopes.send && who.is(m.composer);
  }
}
