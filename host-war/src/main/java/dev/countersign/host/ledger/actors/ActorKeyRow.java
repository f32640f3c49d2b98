package dev.countersign.host.ledger.actors;

import dev.countersign.host.ids.LedgerEntryId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;

/** A public key that an entry has introduced. Nothing changes it. */
@Entity
@Table(name = "actor_keys")
@IdClass(ActorKeyRow.Place.class)
public class ActorKeyRow {
  /** One key of everybody in each generation. */
  public record Place(String principal, int generation) implements Serializable {}

  @Id private String principal = "";
  @Id private int generation;
  private String kid = "";
  private String jwk = "";

  @Enumerated(EnumType.STRING)
  @Column(name = "held_by")
  private HeldBy heldBy = HeldBy.SERVER;

  private String introduced = "";
  @Transient private boolean fresh;

  protected ActorKeyRow() {}

  ActorKeyRow(Place place, ActorJwk key, LedgerEntryId introducedBy) {
    principal = place.principal();
    generation = place.generation();
    kid = key.kid();
    jwk = key.json();
    introduced = introducedBy.toString();
    fresh = true;
  }

  Place place() {
    return new Place(principal, generation);
  }

  String kid() {
    return kid;
  }

  /** {@return the public key in canonical form (RFC 8785)} */
  public String jwk() {
    return jwk;
  }

  /** {@return the id of the entry that introduced it} */
  public String introduced() {
    return introduced;
  }

  /** Written by a transaction that has ended, and not just now by this one. */
  boolean committed() {
    return !fresh;
  }
}
