package dev.countersign.conformance.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Somebody's Ed25519 key pair, the same one for the same name. */
final class Signer {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final Map<String, Signer> SIGNERS = new ConcurrentHashMap<>();

  private final byte[] seed;
  private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];

  private Signer(String name) {
    seed = sha256(name.getBytes(StandardCharsets.UTF_8));
    Ed25519.generatePublicKey(seed, 0, publicKey, 0);
  }

  static Signer of(String name) {
    return SIGNERS.computeIfAbsent(name, Signer::new);
  }

  byte[] publicKey() {
    return publicKey.clone();
  }

  byte[] sign(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, publicKey, 0, bytes, 0, bytes.length, signature, 0);
    return signature;
  }

  String signBase64Url(String text) {
    return BASE64URL.encodeToString(sign(text));
  }

  Map<String, Object> jwk() {
    return Map.of("crv", "Ed25519", "kty", "OKP", "x", BASE64URL.encodeToString(publicKey));
  }

  String kid() {
    return BASE64URL.encodeToString(sha256(Canonical.of(jwk()).getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
