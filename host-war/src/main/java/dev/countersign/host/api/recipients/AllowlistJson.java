package dev.countersign.host.api.recipients;

import dev.countersign.host.api.json.Fields;
import dev.countersign.host.recipients.KnownRecipientRow;
import dev.countersign.host.recipients.RecipientPattern;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A recipient that an operator knows.
 *
 * @param addedBy the public id of whoever added it
 * @param addedAt milliseconds since 1970
 */
@Schema(name = "AllowlistEntry")
public record AllowlistJson(
    String id,
    @Schema(example = "*@example.org") String pattern,
    String addedBy,
    long addedAt,
    @Nullable String note) {
  private static final int NOTE_CHARACTERS = 200;

  static AllowlistJson of(KnownRecipientRow row) {
    return new AllowlistJson(
        row.id(), row.pattern().text(), row.addedBy(), row.addedAt(), row.note());
  }

  /** All entries of a mailbox. */
  @Schema(name = "Allowlist")
  public record Listed(List<AllowlistJson> entries, String mailboxId, int count) {
    static Listed of(String mailboxId, List<KnownRecipientRow> rows) {
      return new Listed(rows.stream().map(AllowlistJson::of).toList(), mailboxId, rows.size());
    }
  }

  /** A recipient to be known from now on. */
  @Schema(name = "AllowlistBody")
  public record Body(
      @Schema(example = "*@example.org") @Nullable String pattern, @Nullable String note) {
    RecipientPattern known() {
      return RecipientPattern.parse(Fields.required("pattern", pattern))
          .orElseThrow(
              () ->
                  Fields.invalid(
                      "pattern", "pattern must be an address, or *@ and a domain, and no more."));
    }

    Optional<String> remark() {
      return Fields.line("note", note, NOTE_CHARACTERS);
    }
  }
}
