package dev.countersign.kernel.core;

/** Somebody, or something, that calls. Ids are unique across roles. */
public final class Principal {
  public final int role;
  public final long id;

  /*@ public invariant Role.AGENT <= role && role <= Role.MAIL_SERVER;
  @ public invariant role <= Role.OPERATOR ==> id != 0;
  @ public invariant Long.MIN_VALUE <= id && id <= Long.MAX_VALUE;
  @*/

  /*@ public normal_behavior
  @   requires Role.AGENT <= role && role <= Role.MAIL_SERVER
  @     && (role <= Role.OPERATOR ==> id != 0);
  @   ensures this.role == role && this.id == id;
  @   assignable this.*;
  @*/
  public Principal(int role, long id) {
    this.role = role;
    this.id = id;
  }

  /** An id of 0 is nobody's: approvals mark an empty slot with it. */
  /*@ public normal_behavior
  @   ensures \result <==> Role.AGENT <= role && role <= Role.MAIL_SERVER
  @     && (role <= Role.OPERATOR ==> id != 0);
  @   assignable \strictly_nothing;
  @*/
  public static boolean valid(int role, long id) {
    return Role.AGENT <= role && role <= Role.MAIL_SERVER && (Role.CLOCK <= role || id != 0);
  }

  /*@ public normal_behavior
  @   requires \invariant_for(other);
  @   ensures \result <==> role == other.role && id == other.id;
  @   assignable \strictly_nothing;
  @*/
  public boolean is(Principal other) {
    return role == other.role && id == other.id;
  }
}
