package dev.countersign.host.platform;

import java.util.Locale;

/**
 * The errors that are the host's own; refusals of the kernel bring their own codes. A code is part
 * of the API: clients branch on it, so it is never renamed.
 */
public enum ErrorCode {
  MALFORMED_REQUEST(400, "The request itself cannot be read: line, headers, address or encoding."),
  MALFORMED_JSON(400, "The body is not one JSON value; line and column say where."),
  MISSING_BODY(400, "The call needs a JSON object as its body."),
  MISSING_FIELD(400, "A required field is absent, null or blank."),
  WRONG_TYPE(400, "A field has the wrong JSON type."),
  INVALID_VALUE(400, "A field has the right type and a value that is not allowed."),
  INVALID_ADDRESS(400, "A mail address cannot be used."),
  OUT_OF_RANGE(400, "A number is outside its bounds."),
  TOO_LONG(400, "A text is longer than its limit."),
  TOO_MANY(400, "A list has more entries than its limit."),
  UNAUTHENTICATED(401, "No key, or one that is unknown or revoked."),
  FOREIGN_ORIGIN(403, "A web page of another origin calls the MCP server."),
  NO_CODE_PENDING(404, "No code is out for exactly this, or not any more."),
  UNKNOWN_ROUTE(404, "No such address on this server."),
  INVALID_PROOF_OF_WORK(400, "The puzzle's solution is wrong, too late, or was used before."),
  DISPOSABLE_ADDRESS(400, "The mail address is of a domain that hands out disposable ones."),
  CODE_NOT_GOOD(400, "A code for a new account is wrong, used, or too old."),
  SIGNUP_DISABLED(403, "The server takes no new accounts."),
  ALREADY_CLAIMED(409, "The key of an agent's claim was handed out already."),
  SLUG_TAKEN(409, "The short name is somebody else's; suggestions has others."),
  UNKNOWN_WITNESS(403, "No cosignature is of a witness that the server knows, and holds."),
  UNKNOWN_CHECKPOINT(404, "The log has published no such checkpoint."),
  NOT_SEQUENCED(409, "The entry is recorded and has no place in the log yet; ask again."),
  METHOD_NOT_ALLOWED(405, "The address exists, with other methods."),
  NOT_ACCEPTABLE(406, "No representation that the Accept header allows."),
  IDEMPOTENCY_MISMATCH(409, "The idempotency key was used before, for another request."),
  DUPLICATE_CONTENT(409, "The very same answer was handed in a moment ago; id names it."),
  INVALID_LINK(404, "A link to an attachment is not one of this server's, or was changed."),
  LINK_EXPIRED(410, "A link to an attachment is too old; ask for a new one."),
  CONCURRENT_CHANGE(
      409, "Somebody else changed the same thing at the same moment; nothing was done."),
  LEGAL_HOLD(409, "An operator has said that nothing of this may be erased."),
  BODY_TOO_LARGE(413, "The request body is over its limit."),
  ATTACHMENT_TOO_LARGE(413, "An attachment, or all of them together, is over its limit."),
  UNSUPPORTED_MEDIA_TYPE(415, "The Content-Type is not one that this call reads."),
  LIMIT_REACHED(403, "The tenant has as many of these as it may have."),
  RECIPIENT_SUPPRESSED(
      422, "A recipient bounced, complained, unsubscribed or was taken off by hand."),
  QUOTA_EXCEEDED(429, "The month's messages are used up; Retry-After says when the next begins."),
  WARMUP_LIMIT(429, "A new mailbox has sent as much today as it may; Retry-After likewise."),
  RATE_LIMITED(429, "Too many requests; Retry-After says when to come back."),
  INTERNAL_ERROR(500, "The server failed; the request id finds the cause in its log."),
  NOT_OFFERED(501, "A call that clients of hosted services know; the sentence says what to do."),
  UNAVAILABLE(503, "The server cannot do this now; nothing was done.");

  private final int status;
  private final String meaning;

  ErrorCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  public int status() {
    return status;
  }

  /** One sentence for {@code docs/errors.md}; the answer itself says more. */
  public String meaning() {
    return meaning;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
