package dev.countersign.host.api.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.countersign.host.inbound.reports.MailReport;
import dev.countersign.host.inbound.reports.MailReport.Fate;
import dev.countersign.host.inbound.reports.MailReport.OfRecipient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What Postmark says of a message that went out by it.
 *
 * @param recordType Bounce, Delivery or SpamComplaint; others say nothing of interest here
 * @param type of a bounce, such as HardBounce
 * @param email whose bounce or complaint it is
 * @param recipient whose delivery it is
 */
@Schema(
    requiredProperties = "RecordType",
    example =
        "{\"RecordType\":\"Bounce\",\"Type\":\"HardBounce\",\"Email\":\"bob@example.org\","
            + "\"Details\":\"550 5.1.1 unknown user\",\"Metadata\":{\"countersign_message\":"
            + "\"em_01J0000000000000000000000A\"}}")
public record PostmarkEvent(
    @JsonProperty("RecordType") @Nullable String recordType,
    @JsonProperty("Type") @Nullable String type,
    @JsonProperty("Email") @Nullable String email,
    @JsonProperty("Recipient") @Nullable String recipient,
    @JsonProperty("Details") @Nullable String details,
    @JsonProperty("Metadata") @Nullable Map<String, String> metadata) {
  private static final String MESSAGE = "countersign_message";

  /** {@return the id of the message, as it left with it} */
  Optional<String> message() {
    return Optional.ofNullable(metadata).map(data -> data.get(MESSAGE));
  }

  /** {@return the same as a report, if it is something final} */
  Optional<MailReport> report() {
    return switch (String.valueOf(recordType)) {
      case "Bounce" -> bounce(String.valueOf(type)).map(this::failed);
      case "Delivery" -> Optional.of(status(String.valueOf(recipient), Fate.DELIVERED, "2.0.0"));
      case "SpamComplaint" ->
          Optional.of(new MailReport.Complaint(List.of(), List.of(String.valueOf(email))));
      default -> Optional.empty();
    };
  }

  private MailReport failed(String code) {
    return status(String.valueOf(email), Fate.FAILED, code);
  }

  private MailReport status(String whose, Fate fate, String code) {
    var one = new OfRecipient(whose, Optional.empty(), fate, code, Optional.ofNullable(details));
    return new MailReport.DeliveryStatus(List.of(one));
  }

  /** In the codes of RFC 3463; automatic answers and the like are no bounces. */
  private static Optional<String> bounce(String type) {
    return switch (type) {
      case "HardBounce" -> Optional.of("5.1.1");
      case "BadEmailAddress" -> Optional.of("5.1.3");
      case "SoftBounce" -> Optional.of("4.0.0");
      case "Blocked", "SpamNotification", "DMARCPolicy" -> Optional.of("5.7.1");
      default -> Optional.empty();
    };
  }
}
