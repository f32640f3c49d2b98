package dev.countersign.host.signing;

import dev.countersign.host.identity.JwkSet;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.KeyRegister;
import dev.countersign.host.identity.PublishedKey;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Actor;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.InstantSource;
import java.util.List;

/** The register in the database, which all nodes share. */
@ApplicationScoped
public class SigningKeyRows implements KeyRegister {
  @PersistenceContext EntityManager rows;
  @Inject Event<Changed> changed;
  @Inject Ledger ledger;
  @Inject InstantSource time;

  /** An owner's keys are others now; observers hear of it after the commit. */
  public record Changed(KeyOwner owner, JwkSet keys) {}

  @Override
  public JwkSet keys(KeyOwner owner) {
    return set(
        rows.createQuery(
                "SELECT k FROM SigningKeyRow k WHERE k.owner = :owner ORDER BY k.nbf DESC, k.kid",
                SigningKeyRow.class)
            .setParameter("owner", owner.published())
            .getResultList());
  }

  /** Of the service and of all tenants. */
  public JwkSet all() {
    return set(
        rows.createQuery(
                "SELECT k FROM SigningKeyRow k ORDER BY k.owner, k.nbf DESC, k.kid",
                SigningKeyRow.class)
            .getResultList());
  }

  @Override
  public void record(KeyOwner owner, JwkSet keys) {
    // Later ones are made at somebody's word, and their desk records that.
    if (keys(owner).keys().isEmpty()) {
      ledger.append(
          LedgerEntry.of(time.millis(), Actor.server(owner.published()), Action.MAKE_SIGNING_KEY)
              .on(keys.keys().getFirst().kid()));
    }
    for (PublishedKey key : keys.keys()) {
      SigningKeyRow row = rows.find(SigningKeyRow.class, key.kid());
      if (row != null) {
        row.become(key);
      }
    }
    // The old key has to stop signing before the new one may start.
    rows.flush();
    for (PublishedKey key : keys.keys()) {
      if (rows.find(SigningKeyRow.class, key.kid()) == null) {
        rows.persist(new SigningKeyRow(key));
      }
    }
    changed.fire(new Changed(owner, keys));
  }

  private static JwkSet set(List<SigningKeyRow> found) {
    return new JwkSet(found.stream().map(SigningKeyRow::key).toList());
  }
}
