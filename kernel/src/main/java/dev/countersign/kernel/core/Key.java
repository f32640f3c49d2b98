package dev.countersign.kernel.core;

/** A credential. Its scopes never both send and decide, and only a person's decide. */
public final class Key {
  public final Principal holder;
  public final Principal maker;
  public final Scopes scopes;
  public final boolean live;

  /*@ // law: no_escalation_to_self_approval
  @ public invariant !(scopes.send && scopes.oversight)
  @     && (scopes.oversight ==> holder.role == Role.PERSON);
  @ public invariant \invariant_for(holder) && \invariant_for(maker)
  @     && \invariant_for(scopes);
  @*/

  /*@ public normal_behavior
  @   requires !(scopes.send && scopes.oversight)
  @     && (scopes.oversight ==> holder.role == Role.PERSON);
  @   requires \invariant_for(holder) && \invariant_for(maker) && \invariant_for(scopes);
  @   ensures this.holder == holder && this.maker == maker && this.scopes == scopes
  @     && this.live == live;
  @   assignable this.*;
  @*/
  public Key(Principal holder, Principal maker, Scopes scopes, boolean live) {
    this.holder = holder;
    this.maker = maker;
    this.scopes = scopes;
    this.live = live;
  }

  /*@ public normal_behavior
  @   requires \invariant_for(holder) && \invariant_for(scopes);
  @   ensures \result <==> !(scopes.send && scopes.oversight)
  @     && (scopes.oversight ==> holder.role == Role.PERSON);
  @   assignable \strictly_nothing;
  @*/
  public static boolean valid(Principal holder, Scopes scopes) {
    return scopes.separated() && (!scopes.oversight || holder.role == Role.PERSON);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(scopes);
  @   requires !(scopes.send && scopes.oversight)
  @     && (scopes.oversight ==> holder.role == Role.PERSON);
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.holder == holder && \result.maker == maker && \result.scopes == scopes
  @     && \result.live == live;
  @   assignable \nothing;
  @*/
  public Key withScopes(Scopes scopes) {
    return new Key(holder, maker, scopes, live);
  }

  /*@ public normal_behavior
  @   ensures \fresh(\result) && \invariant_for(\result);
  @   ensures \result.holder == holder && \result.maker == maker && \result.scopes == scopes
  @     && !\result.live;
  @   assignable \nothing;
  @*/
  public Key revoked() {
    return new Key(holder, maker, scopes, false);
  }
}
