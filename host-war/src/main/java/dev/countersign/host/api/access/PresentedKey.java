package dev.countersign.host.api.access;

import dev.countersign.host.keys.ApiKey;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the key in a request's headers. */
final class PresentedKey {
  // RFC 6750, section 2.1; the scheme's name is not case-sensitive (RFC 9110, section 11.1).
  private static final Pattern BEARER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/=-]{1,200})", Pattern.CASE_INSENSITIVE);
  private static final int CHARACTERS_MAX = 200;

  private PresentedKey() {}

  /**
   * The key, if there is something that could be one, and not two that differ.
   *
   * @param authorization the header as sent
   * @param apiKey the header {@code X-API-Key} as sent
   */
  static Optional<ApiKey> of(@Nullable String authorization, @Nullable String apiKey) {
    var other =
        Optional.ofNullable(apiKey)
            .map(String::strip)
            .filter(text -> !text.isEmpty() && text.length() <= CHARACTERS_MAX)
            .map(ApiKey::new);
    if (authorization == null) {
      return other;
    }
    var bearer = BEARER.matcher(authorization.strip());
    Optional<ApiKey> key =
        bearer.matches() ? Optional.of(new ApiKey(bearer.group(1))) : Optional.empty();
    // Of two keys nobody could say whose call it is.
    return apiKey == null || key.equals(other) ? key : Optional.empty();
  }
}
