package dev.countersign.kernel.core;

/** Somebody, or something, that calls. Ids are unique across roles. */
public final class Principal {
  public final int role;
  public final long id;

  public Principal(int role, long id) {
    this.role = role;
    this.id = id;
  }

  /** An id of 0 is nobody's: approvals mark an empty slot with it. */
  public static boolean valid(int role, long id) {
    return Role.AGENT <= role && role <= Role.MAIL_SERVER && (Role.CLOCK <= role || id != 0);
  }

  public boolean is(Principal other) {
    return role == other.role && id == other.id;
  }
}
