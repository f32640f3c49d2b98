package dev.countersign.host.api.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.countersign.host.desk.KeyDesk;

/**
 * A key just made.
 *
 * @param apiKey the secret, shown this once
 */
public record NewApiKey(@JsonUnwrapped ApiKeyJson key, String apiKey) {
  public static NewApiKey of(KeyDesk.Minted minted) {
    return new NewApiKey(ApiKeyJson.of(minted.key()), minted.secret().secret());
  }
}
