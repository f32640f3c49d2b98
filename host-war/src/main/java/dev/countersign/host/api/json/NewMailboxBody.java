package dev.countersign.host.api.json;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.ZeroOneBoolean;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Mode;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox to be created. {@code address} is whole; {@code address_local} and {@code
 * address_local_part} may be a part before the {@code @}, for the server's own domain.
 */
@Schema(example = "{\"address\": \"reports@acme.example\", \"oversight_mode\": \"gated_send\"}")
public record NewMailboxBody(
    @Nullable String address,
    @Nullable String addressLocal,
    @Nullable String addressLocalPart,
    @Nullable String displayName,
    @Nullable String oversightMode,
    @Nullable String approverEmail,
    @JsonDeserialize(using = ZeroOneBoolean.class) @Nullable Boolean identitySigning,
    @JsonDeserialize(using = ZeroOneBoolean.class) @Nullable Boolean aiDisclosure,
    @Nullable String defaultGateTiming,
    @Nullable String approvalCode) {

  /** In lower case, as mailbox addresses are stored. */
  public String wanted(String ownDomain) {
    Fields.alwaysSigned(identitySigning);
    var local =
        Fields.either("address_local", addressLocal, "address_local_part", addressLocalPart)
            .orElse(null);
    String text =
        Fields.either("address", address, "address_local", local)
            .filter(given -> !given.isBlank())
            .orElseThrow(() -> Fields.missing("address"));
    var whole = text.contains("@") ? text : text + "@" + ownDomain;
    return plain("address", whole).address().toLowerCase(Locale.ROOT);
  }

  public Optional<String> approver() {
    return Fields.optional(approverEmail).map(text -> person("approver_email", text));
  }

  public Optional<Mode> mode() {
    return Fields.word("oversight_mode", oversightMode, Mode::ofWire);
  }

  public Optional<GateTiming> gateTiming() {
    return Fields.word("default_gate_timing", defaultGateTiming, GateTiming::ofWire);
  }

  public Optional<String> name(Limits limits) {
    return Fields.line("display_name", displayName, limits.value(Limit.NAME_CHARACTERS));
  }

  /** People are found by address, so one person has one spelling. */
  public static String person(String field, String text) {
    return plain(field, text).address().toLowerCase(Locale.ROOT);
  }

  private static EmailAddress plain(String field, String text) {
    var address = Fields.address(field, text);
    if (address.displayName().isPresent()) {
      throw Fields.invalid(field, field + " must be the bare address, without a name.");
    }
    return address;
  }
}
