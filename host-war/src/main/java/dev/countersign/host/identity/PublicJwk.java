package dev.countersign.host.identity;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/**
 * A public signing key as a JWK (RFC 7517, RFC 7518 §6.2).
 *
 * @param x the affine coordinates, base64url of 32 bytes each; likewise y
 */
public record PublicJwk(String x, String y) {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  public PublicJwk {
    P256.publicKey(coordinate(x), coordinate(y));
  }

  static PublicJwk of(ECPublicKey key) {
    return new PublicJwk(
        BASE64URL.encodeToString(P256.fixed(key.getW().getAffineX())),
        BASE64URL.encodeToString(P256.fixed(key.getW().getAffineY())));
  }

  /**
   * Reads one key of a JWK Set; members beside the coordinates are not trusted.
   *
   * @throws IllegalArgumentException if it is not a P-256 key
   */
  static PublicJwk of(JsonObject json) {
    boolean p256 =
        json.getString("kty", "").equals("EC") && json.getString("crv", "").equals("P-256");
    if (!p256) {
      throw new IllegalArgumentException("not a P-256 key");
    }
    return new PublicJwk(json.getString("x", ""), json.getString("y", ""));
  }

  /** {@return the JWK thumbprint (RFC 7638), which names the key} */
  public String kid() {
    TreeMap<String, Object> required = new TreeMap<>();
    required.put("crv", "P-256");
    required.put("kty", "EC");
    required.put("x", x);
    required.put("y", y);
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return BASE64URL.encodeToString(sha256.digest(CanonicalJson.bytes(required)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** {@return the JWK as JSON; Web Crypto imports it for verifying as it is} */
  public String json() {
    return new String(CanonicalJson.bytes(members()), StandardCharsets.UTF_8);
  }

  TreeMap<String, Object> members() {
    TreeMap<String, Object> members = new TreeMap<>();
    members.put("alg", "ES256");
    members.put("crv", "P-256");
    members.put("key_ops", List.of("verify"));
    members.put("kid", kid());
    members.put("kty", "EC");
    members.put("use", "sig");
    members.put("x", x);
    members.put("y", y);
    return members;
  }

  /** {@return the key for the JDK's signature classes} */
  public ECPublicKey key() {
    return P256.publicKey(coordinate(x), coordinate(y));
  }

  boolean verifies(byte[] signed, EcdsaSignature signature) {
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
      verifier.initVerify(key());
      verifier.update(signed);
      return verifier.verify(signature.p1363());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static BigInteger coordinate(String base64url) {
    byte[] bytes = Base64.getUrlDecoder().decode(base64url);
    if (bytes.length != P256.COORDINATE_BYTES) {
      throw new IllegalArgumentException("a P-256 coordinate has 32 bytes");
    }
    return new BigInteger(1, bytes);
  }
}
