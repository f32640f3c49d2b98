package dev.countersign.host.identity;

import java.util.Locale;

/** Why a message's identity is not accepted. */
public enum Reason {
  /** The message is not well-formed MIME, or readers would disagree about its parts. */
  MESSAGE_MALFORMED,
  /** Some of the four plain headers are there and some are not. */
  HEADER_MISSING,
  HEADER_REPEATED,
  /** An id or the mode has a form that no signer writes. */
  AGENT_IDENTITY_MALFORMED,
  /** Not strict DER in lower-case hex, out of range, or with a high s. */
  SIGNATURE_MALFORMED,
  /** No key of the tenant is known. */
  TENANT_KEY_UNKNOWN,
  /** The signature is not of this message by this tenant. */
  SIGNATURE_INVALID,
  /** The key that signed was revoked; nothing under it counts. */
  KEY_REVOKED,
  /** The key that signed did not sign at that time: before its beginning or after its end. */
  KEY_NOT_IN_FORCE,
  CLAIM_TOKEN_MALFORMED,
  SERVICE_KEY_UNKNOWN,
  CLAIM_SIGNATURE_INVALID,
  /** Signed, but not the canonical form of a claim. */
  CLAIM_NOT_CANONICAL,
  /** The claim names another oversight mode than the plain header. */
  CLAIM_OVERSIGHT_DIFFERS,
  /** X-AI-Generated says otherwise than the claim, or stands without one. */
  DISCLOSURE_DIFFERS;

  /** {@return the stable snake_case name} */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
