package dev.countersign.host.identity;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Signed messages and the keys to check them, for tests outside of this package. */
public final class SignedSamples {
  private final Path data;
  private final SigningKeys keys;

  private SignedSamples(Path data) {
    this.data = data;
    keys = SignedMail.keys(data);
  }

  public static SignedSamples in(Path data) {
    return new SignedSamples(data);
  }

  /** {@return the folder of published keys} */
  public String publishedKeys() {
    return data.resolve("public-keys").toString();
  }

  /** {@return all of them as one JWK Set} */
  public String allKeys() {
    return new JwkSet(
            Stream.of(new KeyOwner.Service(), new KeyOwner.Tenant(SignedMail.AGENT.tenantId()))
                .flatMap(owner -> keys.keys(owner).keys().stream())
                .toList())
        .json();
  }

  public byte[] disclosed() throws Exception {
    return by(Claims.example().operator());
  }

  public byte[] undisclosed() throws Exception {
    return SignedMail.bytes(SignedMail.draft(), Optional.empty(), keys);
  }

  public byte[] by(String operator) throws Exception {
    IdentityClaim c = Claims.example();
    return SignedMail.bytes(
        SignedMail.draft(),
        Optional.of(
            new IdentityClaim(
                c.aiGenerated(),
                c.capabilities(),
                c.created(),
                c.iat(),
                operator,
                c.oversight(),
                c.reputationHash(),
                c.service(),
                c.verifiedOperator())),
        keys);
  }
}
