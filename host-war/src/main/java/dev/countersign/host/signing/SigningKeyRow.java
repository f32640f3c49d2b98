package dev.countersign.host.signing;

import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.PublicJwk;
import dev.countersign.host.identity.PublishedKey;
import dev.countersign.host.identity.Revocation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A public key as stored. Its private half is never in the database. */
@Entity
@Table(name = "signing_keys")
public class SigningKeyRow {
  @Id private String kid = "";
  private String owner = "";
  private String x = "";
  private String y = "";
  private long nbf;
  private @Nullable Long retired;
  private @Nullable Long revoked;

  @Column(name = "revocation_reason")
  private @Nullable String revocationReason;

  // The owner while the key signs: unique, so that an owner never has two.
  @Column(name = "signs_for")
  private @Nullable String signsFor;

  @Version private long version;

  protected SigningKeyRow() {}

  SigningKeyRow(PublishedKey key) {
    kid = key.kid();
    owner = key.owner().published();
    x = key.jwk().x();
    y = key.jwk().y();
    nbf = key.nbf().toEpochMilli();
    become(key);
  }

  final void become(PublishedKey key) {
    retired = key.retired().map(Instant::toEpochMilli).orElse(null);
    revoked = key.revocation().map(given -> given.at().toEpochMilli()).orElse(null);
    revocationReason = key.revocation().map(Revocation::reason).orElse(null);
    signsFor = key.current() ? owner : null;
  }

  String kid() {
    return kid;
  }

  PublishedKey key() {
    return new PublishedKey(
        KeyOwner.ofPublished(owner),
        new PublicJwk(x, y),
        Instant.ofEpochMilli(nbf),
        Optional.ofNullable(retired).map(Instant::ofEpochMilli),
        Optional.ofNullable(revoked)
            .map(
                at ->
                    new Revocation(
                        Instant.ofEpochMilli(at),
                        revocationReason == null ? "" : revocationReason)));
  }
}
