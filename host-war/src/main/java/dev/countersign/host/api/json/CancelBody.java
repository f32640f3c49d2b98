package dev.countersign.host.api.json;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cancellation; {@code message_id} only where the path does not name the message. */
@Schema(
    example =
        "{\"message_id\": \"em_01JDA3V9K4Q7T2W8X5Y6Z0B1CD\", \"reason\": \"Sent by mistake\"}")
public record CancelBody(@Nullable String messageId, @Nullable String reason) {
  public static final CancelBody NONE = new CancelBody(null, null);

  public String requiredId() {
    return Fields.required("message_id", messageId);
  }

  public Optional<String> note(Limits limits) {
    return Fields.shortText("reason", reason, limits.value(Limit.NOTE_CHARACTERS));
  }
}
