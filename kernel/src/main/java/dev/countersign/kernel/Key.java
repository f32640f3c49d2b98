package dev.countersign.kernel;

/** A credential: never one that both sends and decides, and only a person's decides. */
public record Key(Principal holder, Principal maker, Scopes scopes, boolean live) {
  public Key {
    if (!dev.countersign.kernel.core.Key.valid(Core.in(holder), Core.in(scopes))) {
      throw new IllegalArgumentException(
          "a key neither both sends and decides, nor decides for " + holder.role());
    }
  }

  /** The key that a new tenant starts with: its operator's own, which reads and administers. */
  public static Key founding(Principal operator) {
    return new Key(operator, operator, new Scopes(true, false, false, true), true);
  }
}
