package dev.countersign.host.ledger.actors;

import dev.countersign.host.identity.CanonicalJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A public Ed25519 key as a JWK (RFC 8037).
 *
 * @param x base64url of its 32 bytes
 */
public record ActorJwk(String x) {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  static ActorJwk of(byte[] publicKey) {
    return new ActorJwk(BASE64URL.encodeToString(publicKey));
  }

  /** {@return the members that the thumbprint is over} */
  public SortedMap<String, Object> members() {
    var members = new TreeMap<String, Object>();
    members.put("crv", "Ed25519");
    members.put("kty", "OKP");
    members.put("x", x);
    return members;
  }

  /** {@return the thumbprint (RFC 7638): base64url of a SHA-256 value} */
  public String kid() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return BASE64URL.encodeToString(sha256.digest(CanonicalJson.bytes(members())));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  String json() {
    return CanonicalJson.text(members());
  }
}
