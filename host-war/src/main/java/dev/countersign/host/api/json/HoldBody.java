package dev.countersign.host.api.json;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.retention.HeldPlace;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold to be placed, or the reason to lift one.
 *
 * @param mailboxId a mailbox with all its messages
 * @param messageId one message; with neither, all that the tenant has
 */
@Schema(
    requiredProperties = "reason",
    example =
        "{\"mailbox_id\": \"mbx_01JDA3V9K4Q7T2W8X5Y6Z0B1CD\", \"reason\": \"Dispute with a customer\"}")
public record HoldBody(
    @Nullable String mailboxId, @Nullable String messageId, @Nullable String reason) {
  public HeldPlace place() {
    if (Fields.either("mailbox_id", mailboxId, "message_id", messageId).isEmpty()) {
      return new HeldPlace.WholeTenant();
    }
    return mailboxId == null
        ? new HeldPlace.OneMessage(Fields.required("message_id", messageId))
        : new HeldPlace.OneMailbox(Fields.required("mailbox_id", mailboxId));
  }

  /** Nobody keeps something back, or lets it go, without saying why. */
  public String why(Limits limits) {
    return Fields.shortText(
            "reason", Fields.required("reason", reason), limits.value(Limit.NOTE_CHARACTERS))
        .orElseThrow();
  }
}
