package dev.countersign.host.api.json;

import dev.countersign.host.mail.InvalidMailException;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Problem;

/** What a caller is told of a draft that cannot be mail. */
public final class RefusedDraft {
  private RefusedDraft() {}

  public static Problem of(InvalidMailException e) {
    return Problem.field(code(e), field(e), String.valueOf(e.getMessage()));
  }

  private static String field(InvalidMailException e) {
    return switch (e.code()) {
      case "invalid_subject" -> "subject";
      case "invalid_body", "body_too_large" -> "body";
      case "too_many_attachments", "attachments_too_large" -> "attachments";
      default -> "to";
    };
  }

  private static ErrorCode code(InvalidMailException e) {
    return switch (e.code()) {
      case "invalid_address" -> ErrorCode.INVALID_ADDRESS;
      case "body_too_large" -> ErrorCode.BODY_TOO_LARGE;
      case "attachments_too_large" -> ErrorCode.ATTACHMENT_TOO_LARGE;
      case "too_many_recipients", "too_many_attachments" -> ErrorCode.TOO_MANY;
      default -> ErrorCode.INVALID_VALUE;
    };
  }
}
