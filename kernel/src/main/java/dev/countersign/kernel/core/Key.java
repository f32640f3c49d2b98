package dev.countersign.kernel.core;

/** A credential. Its scopes never both send and decide, and only a person's decide. */
public final class Key {
  public final Principal holder;
  public final Principal maker;
  public final Scopes scopes;
  public final boolean live;

  public Key(Principal holder, Principal maker, Scopes scopes, boolean live) {
    this.holder = holder;
    this.maker = maker;
    this.scopes = scopes;
    this.live = live;
  }

  public static boolean valid(Principal holder, Scopes scopes) {
    return scopes.separated() && (!scopes.oversight || holder.role == Role.PERSON);
  }

  public Key withScopes(Scopes scopes) {
    return new Key(holder, maker, scopes, live);
  }

  public Key revoked() {
    return new Key(holder, maker, scopes, false);
  }
}
