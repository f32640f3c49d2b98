package dev.countersign.host.identity;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the service vouches for about a message's sender: the payload of {@code
 * X-MultiMail-Identity}.
 *
 * @param capabilities what the agent may do, in the given order
 * @param created when the mailbox was created, seconds precision
 * @param iat when the claim was signed, seconds precision
 * @param operator who runs the agent
 * @param oversight the oversight mode's wire name at the time of signing
 * @param reputationHash {@code sha256:} and 64 hex digits, see {@link ReputationCounters}
 * @param service the kind of service, {@link #SERVICE} in this one
 */
public record IdentityClaim(
    boolean aiGenerated,
    List<String> capabilities,
    Instant created,
    Instant iat,
    String operator,
    String oversight,
    String reputationHash,
    String service,
    boolean verifiedOperator) {
  public static final String SERVICE = "multimail";

  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
  private static final Pattern REPUTATION = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern MODE = Pattern.compile("[a-z_]{1,32}");

  public IdentityClaim {
    capabilities = List.copyOf(capabilities);
    capabilities.forEach(IdentityClaim::text);
    text(operator);
    text(service);
    created = Instant.ofEpochSecond(created.getEpochSecond());
    iat = Instant.ofEpochSecond(iat.getEpochSecond());
    require(MODE.matcher(oversight).matches(), "oversight is not a mode name");
    require(REPUTATION.matcher(reputationHash).matches(), "reputation_hash has another form");
    require(isCommon(created) && isCommon(iat), "a time is outside of the years 0 to 9999");
  }

  /** {@return the signed payload: canonical JSON (RFC 8785) in UTF-8} */
  public byte[] canonicalBytes() {
    TreeMap<String, Object> members = new TreeMap<>();
    members.put("ai_generated", aiGenerated);
    members.put("capabilities", capabilities);
    members.put("created", created.toString());
    members.put("iat", iat.getEpochSecond());
    members.put("operator", operator);
    members.put("oversight", oversight);
    members.put("reputation_hash", reputationHash);
    members.put("service", service);
    members.put("verified_operator", verifiedOperator);
    return CanonicalJson.bytes(members);
  }

  /**
   * Reads a payload back.
   *
   * @return empty unless the bytes are exactly the canonical form of a claim with these nine fields
   */
  public static Optional<IdentityClaim> ofCanonicalBytes(byte[] payload) {
    String json = new String(payload, StandardCharsets.UTF_8);
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      IdentityClaim claim = of(reader.readObject());
      // Reading is lenient about order, spaces, repeated and unknown fields; this is not.
      return Optional.of(claim).filter(c -> Arrays.equals(c.canonicalBytes(), payload));
    } catch (JsonException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | NullPointerException
        | ArithmeticException
        | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static IdentityClaim of(JsonObject json) {
    return new IdentityClaim(
        json.getBoolean("ai_generated"),
        json.getJsonArray("capabilities").getValuesAs(JsonString::getString),
        Instant.parse(json.getString("created")),
        Instant.ofEpochSecond(json.getJsonNumber("iat").longValueExact()),
        json.getString("operator"),
        json.getString("oversight"),
        json.getString("reputation_hash"),
        json.getString("service"),
        json.getBoolean("verified_operator"));
  }

  // Text without a UTF-8 form would be signed as something else.
  private static void text(String text) {
    require(
        StandardCharsets.UTF_8.newEncoder().canEncode(text), "a claim must be well-formed Unicode");
  }

  // Years of four digits have one form in every language (RFC 3339 §5.6).
  private static boolean isCommon(Instant time) {
    return !time.isBefore(YEAR_0) && time.isBefore(YEAR_10000);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
