package dev.countersign.audit.entries;

import java.util.Optional;

/**
 * The public key of a principal, in the first entries that it signs.
 *
 * @param publicKey 32 bytes of Ed25519 as base64url
 * @param kid thumbprint of the key (RFC 7638), computed here
 * @param replaces a key that is retired by this one, and its word for it
 */
public record Introduction(
    String publicKey, String kid, String principal, String role, Optional<Replacement> replaces) {
  private static final int KEY_BYTES = 32;

  /** The retired key's signature, as base64url, over the thumbprint of the new one. */
  public record Replacement(String kid, String signature) {}

  static Introduction of(Fields fields) throws Unreadable {
    var jwk = fields.object("jwk");
    String x = jwk.text("x");
    if (!jwk.text("kty").equals("OKP")
        || !jwk.text("crv").equals("Ed25519")
        || Base64Text.ofUrl(x).length != KEY_BYTES) {
      throw new Unreadable("introduces.jwk is not an Ed25519 key");
    }
    jwk.end();
    String heldBy = fields.text("held_by");
    if (!heldBy.equals("server") && !heldBy.equals("device")) {
      throw new Unreadable("introduces.held_by cannot be \"" + heldBy + "\"");
    }
    var principal = fields.object("principal");
    var introduction =
        new Introduction(
            x, thumbprint(x), principal.text("id"), principal.text("role"), replaces(fields));
    principal.end();
    fields.end();
    return introduction;
  }

  private static Optional<Replacement> replaces(Fields fields) throws Unreadable {
    if (!fields.has("replaces")) {
      return Optional.empty();
    }
    var old = fields.object("replaces");
    var replacement = new Replacement(old.text("key"), old.text("signature"));
    Base64Text.ofUrl(replacement.signature());
    old.end();
    return Optional.of(replacement);
  }

  /** RFC 7638: of the members that a key of this kind must have, in their order. */
  private static String thumbprint(String x) {
    return Sha256.base64Url("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}");
  }
}
