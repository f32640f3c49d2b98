package dev.countersign.kernel;

/** Who calls, and what the presented credential allows. */
public final class Caller {
  final dev.countersign.kernel.core.Caller core;

  private Caller(dev.countersign.kernel.core.Caller core) {
    this.core = core;
  }

  /** A revoked key, or another's, allows nothing. */
  public static Caller presenting(Principal who, Key key) {
    return new Caller(dev.countersign.kernel.core.Caller.presenting(Core.in(who), Core.in(key)));
  }

  /** The clock, the scanner, the dispatcher or the mail server: they hold no key. */
  public static Caller system(Role role) {
    return new Caller(
        dev.countersign.kernel.core.Caller.withoutKey(Core.in(new Principal(role, 0))));
  }

  public Principal who() {
    return Core.out(core.who);
  }

  public Scopes scopes() {
    return Core.out(core.scopes);
  }

  @Override
  public String toString() {
    return "Caller[who=" + who() + ", scopes=" + scopes().set() + "]";
  }
}
