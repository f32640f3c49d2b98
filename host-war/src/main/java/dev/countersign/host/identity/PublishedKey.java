package dev.countersign.host.identity;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A public key with whose it is and when it counts: everything a verifier needs.
 *
 * @param nbf from when it signs; {@link Instant#EPOCH} if nobody says
 * @param retired when it stopped signing; what it signed until then still verifies
 */
public record PublishedKey(
    KeyOwner owner,
    PublicJwk jwk,
    Instant nbf,
    Optional<Instant> retired,
    Optional<Revocation> revocation) {
  /** How far the clocks of nodes may be apart, and how long a dispatch under way may take. */
  public static final Duration SKEW = Duration.ofMinutes(5);

  static PublishedKey startingAt(KeyOwner owner, PublicJwk jwk, Instant nbf) {
    return new PublishedKey(owner, jwk, nbf, Optional.empty(), Optional.empty());
  }

  public String kid() {
    return jwk.kid();
  }

  /** {@return whether it signs now} */
  public boolean current() {
    return retired.isEmpty() && revocation.isEmpty();
  }

  /** {@return whether it signed at that time, give or take {@link #SKEW}} */
  public boolean inForceAt(Instant time) {
    return !time.isBefore(nbf.minus(SKEW))
        && retired.map(end -> !time.isAfter(end.plus(SKEW))).orElse(true);
  }

  PublishedKey retiredAt(Instant time) {
    return new PublishedKey(owner, jwk, nbf, retired.or(() -> Optional.of(time)), revocation);
  }

  /** A first revocation stays: its time says how long verifiers could have known. */
  PublishedKey revokedBy(Revocation given) {
    return new PublishedKey(owner, jwk, nbf, retired, revocation.or(() -> Optional.of(given)));
  }

  /** {@return the JWK with the members {@code owner}, {@code nbf}, {@code retired} and so on} */
  public String json() {
    TreeMap<String, Object> members = jwk.members();
    members.put("owner", owner.published());
    members.put("nbf", nbf.getEpochSecond());
    retired.ifPresent(end -> members.put("retired", end.getEpochSecond()));
    revocation.ifPresent(
        given -> {
          members.put("revoked", given.at().getEpochSecond());
          members.put("revocation_reason", given.reason());
        });
    return new String(CanonicalJson.bytes(members), StandardCharsets.UTF_8);
  }

  /**
   * Reads one JWK.
   *
   * @param unnamed whose it is if it does not say
   * @throws IllegalArgumentException if it is not a P-256 key, or a member has another form
   */
  static PublishedKey of(JsonObject json, KeyOwner unnamed) {
    return new PublishedKey(
        json.containsKey("owner") ? KeyOwner.ofPublished(json.getString("owner")) : unnamed,
        PublicJwk.of(json),
        time(json, "nbf").orElse(Instant.EPOCH),
        time(json, "retired"),
        time(json, "revoked")
            .map(at -> new Revocation(at, json.getString("revocation_reason", ""))));
  }

  private static Optional<Instant> time(JsonObject json, String member) {
    return json.containsKey(member)
        ? Optional.of(Instant.ofEpochSecond(json.getJsonNumber(member).longValueExact()))
        : Optional.empty();
  }
}
