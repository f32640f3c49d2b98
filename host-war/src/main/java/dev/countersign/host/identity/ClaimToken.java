package dev.countersign.host.identity;

import java.util.Base64;
import java.util.Optional;

/**
 * The value of {@code X-MultiMail-Identity}: {@code base64url(payload).base64url(signature)}, both
 * without padding; the signature is over the payload bytes.
 */
public final class ClaimToken {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final int CHARS_MAX = 16_384;

  private ClaimToken() {}

  static String signed(IdentityClaim claim, SigningKey serviceKey) {
    byte[] payload = claim.canonicalBytes();
    return ENCODER.encodeToString(payload)
        + "."
        + ENCODER.encodeToString(serviceKey.sign(payload).p1363());
  }

  /** Checks a token, which folding may have given spaces, against the service's keys. */
  // law: tamper_evident_every_field, tamper_evident_ai_generated
  public static ClaimCheck check(String token, JwkSet serviceKeys) {
    String[] halves = token.replaceAll("[ \t\r\n]", "").split("\\.", -1);
    if (token.length() > CHARS_MAX || halves.length != 2) {
      return new ClaimCheck.Invalid(Reason.CLAIM_TOKEN_MALFORMED);
    }
    Optional<byte[]> payload = decoded(halves[0]);
    Optional<EcdsaSignature> signature = decoded(halves[1]).flatMap(EcdsaSignature::ofP1363);
    if (payload.isEmpty() || signature.isEmpty()) {
      return new ClaimCheck.Invalid(Reason.CLAIM_TOKEN_MALFORMED);
    }
    if (serviceKeys.keys().isEmpty()) {
      return new ClaimCheck.Invalid(Reason.SERVICE_KEY_UNKNOWN);
    }
    Optional<PublishedKey> key = serviceKeys.signer(payload.get(), signature.get());
    if (key.isEmpty()) {
      return new ClaimCheck.Invalid(Reason.CLAIM_SIGNATURE_INVALID);
    }
    // Only now, and never before: what is unsigned is not worth reading.
    return IdentityClaim.ofCanonicalBytes(payload.get())
        .map(claim -> timely(claim, key.get()))
        .orElseGet(() -> new ClaimCheck.Invalid(Reason.CLAIM_NOT_CANONICAL));
  }

  private static ClaimCheck timely(IdentityClaim claim, PublishedKey key) {
    if (key.revocation().isPresent()) {
      return new ClaimCheck.Invalid(Reason.KEY_REVOKED);
    }
    return key.inForceAt(claim.iat())
        ? new ClaimCheck.Valid(claim, key.kid())
        : new ClaimCheck.Invalid(Reason.KEY_NOT_IN_FORCE);
  }

  // Strict: one sequence of bytes has one text, without padding or stray bits.
  private static Optional<byte[]> decoded(String base64url) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(base64url);
      boolean strict = ENCODER.encodeToString(bytes).equals(base64url);
      return Optional.of(bytes).filter(b -> strict && b.length > 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
