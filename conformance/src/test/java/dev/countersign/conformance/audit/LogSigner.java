package dev.countersign.conformance.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A log's two keys: they sign its checkpoints, in the form of C2SP signed notes. */
final class LogSigner {
  private final Signer ed25519;
  private final KeyPair p256;

  LogSigner(String name) {
    this(Signer.of(name), p256());
  }

  private LogSigner(Signer ed25519, KeyPair p256) {
    this.ed25519 = ed25519;
    this.p256 = p256;
  }

  private static KeyPair p256() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same log with another Ed25519 key. */
  LogSigner withEd25519(String name) {
    return new LogSigner(Signer.of(name), p256);
  }

  /** The same log with another P-256 key. */
  LogSigner withP256() {
    return new LogSigner(ed25519, p256());
  }

  /** {@return that the other's keys take over from these, said by this Ed25519 key and its own} */
  String ed25519Change(String origin, long after, LogSigner next) {
    String text = change(origin, after, keys(origin).getFirst(), next.keys(origin).getFirst());
    return text
        + "\n"
        + line(origin, ed25519Id(origin), ed25519.sign(text))
        + line(origin, next.ed25519Id(origin), next.ed25519.sign(text))
        + line(origin, p256Id(), ecdsa(text));
  }

  /** The same of P-256. */
  String p256Change(String origin, long after, LogSigner next) {
    String text = change(origin, after, keys(origin).getLast(), next.keys(origin).getLast());
    return text
        + "\n"
        + line(origin, p256Id(), ecdsa(text))
        + line(origin, next.p256Id(), next.ecdsa(text))
        + line(origin, ed25519Id(origin), ed25519.sign(text));
  }

  private static String change(String origin, long after, String old, String fresh) {
    return String.join("\n", "countersign-log-key-v1", origin, "" + after, old, fresh) + "\n";
  }

  List<String> keys(String origin) {
    return List.of(
        key(origin, ed25519Id(origin), 1, ed25519.publicKey()),
        key(origin, p256Id(), 2, p256.getPublic().getEncoded()));
  }

  String checkpoint(String origin, long size, byte[] root) {
    String text = origin + "\n" + size + "\n" + base64(root) + "\n";
    return text
        + "\n"
        + line(origin, ed25519Id(origin), ed25519.sign(text))
        + line(origin, p256Id(), ecdsa(text));
  }

  private byte[] ecdsa(String text) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(p256.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] ed25519Id(String origin) {
    byte[] head = (origin + "\n\u0001").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Signer.sha256(head, ed25519.publicKey()), 4);
  }

  private byte[] p256Id() {
    return Arrays.copyOf(Signer.sha256(p256.getPublic().getEncoded()), 4);
  }

  static String key(String origin, byte[] id, int type, byte[] key) {
    byte[] typed = ByteBuffer.allocate(1 + key.length).put((byte) type).put(key).array();
    return origin + "+" + HexFormat.of().formatHex(id) + "+" + base64(typed);
  }

  static String line(String origin, byte[] id, byte[] signature) {
    byte[] value = ByteBuffer.allocate(4 + signature.length).put(id).put(signature).array();
    return "\u2014 " + origin + " " + base64(value) + "\n";
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
