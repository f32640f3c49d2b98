package dev.countersign.host.identity;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;

/** Public keys of one owner, newest first, as a JWK Set (RFC 7517 §5). */
public record JwkSet(List<PublicJwk> keys) {
  public JwkSet {
    keys = List.copyOf(keys);
  }

  public String json() {
    return keys.stream().map(PublicJwk::json).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  /**
   * Reads a JWK Set, or a single JWK.
   *
   * @throws IllegalArgumentException if it is neither, or a key in it is not a P-256 key
   */
  public static JwkSet parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      return object.containsKey("keys")
          ? new JwkSet(
              object.getJsonArray("keys").stream()
                  .map(JsonValue::asJsonObject)
                  .map(PublicJwk::of)
                  .toList())
          : new JwkSet(List.of(PublicJwk.of(object)));
    } catch (JsonException | ClassCastException e) {
      throw new IllegalArgumentException("not a JWK Set", e);
    }
  }
}
