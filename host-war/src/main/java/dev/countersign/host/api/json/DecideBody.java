package dev.countersign.host.api.json;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.Digest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision in either dialect: {@code message_id}, {@code decision}, {@code approver_note} are the
 * seeds' names of {@code email_id}, {@code action}, {@code reason}.
 *
 * @param digest 64 hex digits, as the pending list shows them
 */
@Schema(
    example =
        "{\"message_id\": \"em_01JDA3V9K4Q7T2W8X5Y6Z0B1CD\", \"decision\": \"approve\", \"approver_note\": \"checked\"}")
public record DecideBody(
    @Nullable String messageId,
    @Nullable String emailId,
    @Nullable String decision,
    @Nullable String action,
    @Nullable String approverNote,
    @Nullable String reason,
    @Nullable String digest) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  public Verdict verdict(Limits limits) {
    String id =
        Fields.either("message_id", messageId, "email_id", emailId)
            .orElseThrow(() -> Fields.missing("message_id"));
    String word =
        Fields.either("decision", decision, "action", action)
            .orElseThrow(() -> Fields.missing("decision"));
    var note =
        Fields.either("approver_note", approverNote, "reason", reason)
            .flatMap(text -> Fields.shortText("note", text, limits.value(Limit.NOTE_CHARACTERS)));
    return new Verdict(id, approves(word), shown(), note);
  }

  private static boolean approves(String word) {
    return switch (word) {
      case "approve" -> true;
      case "reject" -> false;
      default -> throw Fields.invalid("decision", "The decision must be approve or reject.");
    };
  }

  private Optional<Digest> shown() {
    return Fields.optional(digest)
        .map(
            hex -> {
              if (!SHA256.matcher(hex).matches()) {
                throw Fields.invalid("digest", "digest must be 64 hexadecimal digits.");
              }
              return Digest.ofBytes(HexFormat.of().parseHex(hex));
            });
  }
}
