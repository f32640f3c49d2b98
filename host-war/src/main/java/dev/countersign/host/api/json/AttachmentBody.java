package dev.countersign.host.api.json;

import dev.countersign.host.mail.Attachment;
import dev.countersign.host.mail.InvalidMailException;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A file to be sent along. */
public record AttachmentBody(
    @Nullable String name, @Nullable String contentBase64, @Nullable String contentType) {
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  Attachment attachment(String field, Limits limits) {
    String fileName = Fields.required(field + ".name", name);
    limits.checkLength(Limit.ATTACHMENT_NAME_CHARACTERS, field + ".name", fileName);
    byte[] bytes = decoded(field + ".content_base64");
    limits.checkAttachmentBytes(Limit.ATTACHMENT_BYTES, field, bytes.length);
    try {
      return new Attachment(fileName, Fields.optional(contentType).orElse(UNKNOWN_TYPE), bytes);
    } catch (InvalidMailException e) {
      throw Fields.invalid(field, String.valueOf(e.getMessage()));
    }
  }

  private byte[] decoded(String field) {
    try {
      return Base64.getDecoder().decode(Fields.present(field, contentBase64));
    } catch (IllegalArgumentException e) {
      throw Fields.invalid(
          field, field + " must be base64 without line breaks (RFC 4648, section 4).");
    }
  }
}
