package dev.countersign.host.api.json;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a signing key is not to be believed any more.
 *
 * @param reason published with the key, so it names nobody
 */
@Schema(requiredProperties = "reason", example = "{\"reason\": \"The device was lost\"}")
public record RevokeBody(@Nullable String reason) {
  private static final int REASON_CHARACTERS = 200;

  public String given() {
    return Fields.line("reason", Fields.required("reason", reason), REASON_CHARACTERS)
        .orElseThrow();
  }
}
