package dev.countersign.host.verify;

import dev.countersign.host.identity.Reason;

/** What it means when something does not verify, in the words of the page. */
final class ReasonText {
  private ReasonText() {}

  static String of(Reason reason) {
    return switch (reason) {
      case MESSAGE_MALFORMED ->
          "The message is not well-formed, or mail programs could read it in different ways.";
      case HEADER_MISSING ->
          "Some of the identity headers are missing: they were removed, or never complete.";
      case HEADER_REPEATED ->
          "An identity header is there twice: mail programs could believe either.";
      case AGENT_IDENTITY_MALFORMED -> "An identity header has a form that no signer writes.";
      case SIGNATURE_MALFORMED ->
          "The message signature is cut, padded or not in the one form that is allowed.";
      case TENANT_KEY_UNKNOWN -> "The keys at hand have none of the tenant that the message names.";
      case SIGNATURE_INVALID ->
          "The tenant did not sign this message as it is now: a covered header, the text, a file or"
              + " the key is another. Mailing lists and forwarders that change a message cause this"
              + " too.";
      case KEY_REVOKED ->
          "The key that signed was revoked: whoever has it could have written any message and any"
              + " date.";
      case KEY_NOT_IN_FORCE ->
          "The key that signed was not in use at the time that the signed text names.";
      case CLAIM_TOKEN_MALFORMED ->
          "The claim is cut, padded or not in the one form that is allowed.";
      case SERVICE_KEY_UNKNOWN -> "The keys at hand have none of the service.";
      case CLAIM_SIGNATURE_INVALID ->
          "The service did not sign this claim: it was changed, or signed with a key that is not"
              + " among those at hand.";
      case CLAIM_NOT_CANONICAL -> "The claim is signed, but does not have the form of a claim.";
      case CLAIM_OVERSIGHT_DIFFERS ->
          "The claim names another oversight mode than the header beside it.";
      case DISCLOSURE_DIFFERS ->
          "The mark X-AI-Generated and the claim contradict one another, or one is there without"
              + " the other.";
    };
  }
}
