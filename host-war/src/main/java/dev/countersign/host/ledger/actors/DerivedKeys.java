package dev.countersign.host.ledger.actors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs for everybody with keys that the server holds. */
@ApplicationScoped
class DerivedKeys implements ActorKeys {
  private static final String PURPOSE = "countersign-actor-key-v1\n";
  private static final int KEPT = 10_000;

  @PersistenceContext EntityManager rows;
  @Inject LedgerSecret secret;

  private final Cache<Signatory, DerivedKey> keys = newCache();
  private final Cache<Signatory, Boolean> introduced = newCache();

  @Override
  public ActorKey of(Actor actor, LedgerEntryId entry) {
    var who = Signatory.of(actor);
    var key = keys.get(who, this::derived);
    return new Held(
        key, known(who, key) ? Optional.empty() : Optional.of(introduce(who, key, entry)));
  }

  private DerivedKey derived(Signatory who) {
    var info = PURPOSE + who.name() + "\n" + secret.generation();
    return new DerivedKey(secret.derive(info, this::inUse));
  }

  private boolean inUse() {
    return !rows.createQuery(
            "SELECT k.kid FROM ActorKeyRow k WHERE k.generation = :generation", String.class)
        .setParameter("generation", secret.generation())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** A rolled back introduction was none, so only what is committed is remembered. */
  private boolean known(Signatory who, DerivedKey key) {
    if (introduced.getIfPresent(who) != null) {
      return true;
    }
    @Nullable ActorKeyRow row = rows.find(ActorKeyRow.class, place(who));
    if (row == null) {
      return false;
    }
    if (!row.kid().equals(key.kid())) {
      throw new IllegalStateException(
          "This node's ledger secret is not the one that others sign with: copy data/keys from"
              + " them.");
    }
    if (row.committed()) {
      introduced.put(who, true);
    }
    return true;
  }

  // Of two transactions that introduce the same key, the later one fails, starts over and finds it.
  private ActorKey.Introduction introduce(Signatory who, DerivedKey key, LedgerEntryId entry) {
    rows.persist(new ActorKeyRow(place(who), key.jwk(), entry));
    return new ActorKey.Introduction(key.jwk(), HeldBy.SERVER, who);
  }

  private ActorKeyRow.Place place(Signatory who) {
    return new ActorKeyRow.Place(who.name(), secret.generation());
  }

  private static <V> Cache<Signatory, V> newCache() {
    return Caffeine.newBuilder().maximumSize(KEPT).build();
  }

  private record Held(DerivedKey key, Optional<Introduction> introduction) implements ActorKey {
    @Override
    public String kid() {
      return key.kid();
    }

    @Override
    public byte[] sign(byte[] message) {
      return key.sign(message);
    }
  }
}
