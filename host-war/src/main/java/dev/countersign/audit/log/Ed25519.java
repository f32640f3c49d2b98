package dev.countersign.audit.log;

import java.util.Optional;

/** Ed25519 (RFC 8032) by the fastest library at hand. */
public final class Ed25519 {
  private static final Optional<NativeEd25519> NATIVE = NativeEd25519.load();

  private Ed25519() {}

  /** A public key that is ready to verify with. */
  public interface Key {
    boolean verifies(byte[] text, byte[] signature);
  }

  /** {@return the key, unless no point has these 32 bytes} */
  public static Optional<Key> key(byte[] raw) {
    return NATIVE.isPresent() ? NATIVE.get().key(raw) : PureEd25519.key(raw);
  }

  /** {@return which library verifies} */
  public static String library() {
    return NATIVE.isPresent() ? NativeEd25519.NAME : PureEd25519.NAME;
  }
}
