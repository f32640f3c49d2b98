package dev.countersign.host.api.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as Postmark hands it on.
 *
 * @param originalRecipient the address of the envelope
 * @param rawEmail the whole message; the fields count only without it
 */
@Schema(
    requiredProperties = "OriginalRecipient",
    example =
        "{\"OriginalRecipient\":\"agent@example.org\",\"From\":\"ann@customer.example\","
            + "\"Subject\":\"Hello\",\"MessageID\":\"22c74902-a0c1-4511-804f-341342852c90\","
            + "\"TextBody\":\"Hello there.\"}")
public record PostmarkMail(
    @JsonProperty("OriginalRecipient") @Nullable String originalRecipient,
    @JsonProperty("RawEmail") @Nullable String rawEmail,
    @JsonProperty("From") @Nullable String from,
    @JsonProperty("To") @Nullable String to,
    @JsonProperty("Cc") @Nullable String cc,
    @JsonProperty("Subject") @Nullable String subject,
    @JsonProperty("Date") @Nullable String date,
    @JsonProperty("MessageID") @Nullable String messageId,
    @JsonProperty("TextBody") @Nullable String textBody,
    @JsonProperty("HtmlBody") @Nullable String htmlBody,
    @JsonProperty("Headers") @Nullable List<Field> headers,
    @JsonProperty("Attachments") @Nullable List<File> attachments) {
  /** One of the message's header fields. */
  public record Field(
      @JsonProperty("Name") @Nullable String name, @JsonProperty("Value") @Nullable String value) {}

  /** One file, in base64. */
  public record File(
      @JsonProperty("Name") @Nullable String name,
      @JsonProperty("Content") @Nullable String content,
      @JsonProperty("ContentType") @Nullable String contentType) {}
}
