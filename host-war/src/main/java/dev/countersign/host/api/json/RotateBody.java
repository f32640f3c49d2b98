package dev.countersign.host.api.json;

import dev.countersign.host.identity.KeyOwner;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whose key is to be replaced.
 *
 * @param owner {@code tenant}, the caller's own, or {@code service}
 * @param kid a key that is in the key store already; absent for a new one
 */
@Schema(requiredProperties = "owner", example = "{\"owner\": \"tenant\"}")
public record RotateBody(@Nullable String owner, @Nullable String kid) {
  private static final int KID_CHARACTERS = 64;

  public KeyOwner owner(String tenantId) {
    return Fields.word("owner", Fields.required("owner", owner), word -> named(word, tenantId))
        .orElseThrow();
  }

  public Optional<String> known() {
    return Fields.line("kid", kid, KID_CHARACTERS);
  }

  private static Optional<KeyOwner> named(String word, String tenantId) {
    return switch (word) {
      case "service" -> Optional.of(new KeyOwner.Service());
      case "tenant" -> Optional.of(new KeyOwner.Tenant(tenantId));
      default -> Optional.empty();
    };
  }
}
