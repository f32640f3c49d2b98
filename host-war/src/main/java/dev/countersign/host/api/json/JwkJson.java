package dev.countersign.host.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a published signing key looks like (RFC 7517); the key writes itself, in canonical form.
 *
 * @param nbf when it began to sign, in seconds since the epoch, as are the other times
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JwkJson(
    String alg,
    String crv,
    List<String> keyOps,
    String kid,
    String kty,
    String use,
    String x,
    String y,
    @Nullable String owner,
    @Nullable Long nbf,
    @Nullable Long retired,
    @Nullable Long revoked,
    @Nullable String revocationReason) {
  /** Several, newest first. */
  public record Listed(List<JwkJson> keys) {}
}
