package dev.countersign.host.identity;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Public keys as a JWK Set (RFC 7517 §5), those of one owner newest first. */
public record JwkSet(List<PublishedKey> keys) implements KeyLookup {
  public static final JwkSet NONE = new JwkSet(List.of());

  public JwkSet {
    keys = List.copyOf(keys);
  }

  public String json() {
    return keys.stream()
        .map(PublishedKey::json)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  @Override
  public JwkSet keys(KeyOwner owner) {
    return new JwkSet(keys.stream().filter(key -> key.owner().equals(owner)).toList());
  }

  /** {@return the key that signs now, of a set of one owner} */
  public Optional<PublishedKey> current() {
    return keys.stream().filter(PublishedKey::current).findFirst();
  }

  public Optional<PublishedKey> find(String kid) {
    return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
  }

  /** {@return the key that made the signature; of one that is listed twice, the revoked one} */
  Optional<PublishedKey> signer(byte[] signed, EcdsaSignature signature) {
    return keys.stream()
        .filter(key -> key.jwk().verifies(signed, signature))
        .min(Comparator.comparing(key -> key.revocation().isEmpty()));
  }

  /**
   * Reads a JWK Set, or a single JWK.
   *
   * @param unnamed whose the keys are that do not say
   * @throws IllegalArgumentException if it is neither, or a key in it is not a P-256 key
   */
  public static JwkSet parse(String json, KeyOwner unnamed) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      return object.containsKey("keys")
          ? new JwkSet(
              object.getJsonArray("keys").stream()
                  .map(JsonValue::asJsonObject)
                  .map(key -> PublishedKey.of(key, unnamed))
                  .toList())
          : new JwkSet(List.of(PublishedKey.of(object, unnamed)));
    } catch (JsonException | ClassCastException | ArithmeticException | DateTimeException e) {
      throw new IllegalArgumentException("not a JWK Set", e);
    }
  }
}
