package dev.countersign.host.ledger.actors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs for everybody with keys that the server holds. */
@ApplicationScoped
public class DerivedKeys implements ActorKeys {
  private static final String PURPOSE = "countersign-actor-key-v1\n";
  private static final String HANDING_OVER = "countersign-ledger-key-v1\n";
  private static final int KEPT = 10_000;

  @PersistenceContext EntityManager rows;
  @Inject LedgerSecret secret;

  private final Cache<Signatory, DerivedKey> keys = newCache();
  private final Cache<Signatory, Boolean> introduced = newCache();

  /** At the start, inside a transaction: nobody signs with a secret that is not here. */
  public void begin() {
    secret.begin(this::inUse);
  }

  @Override
  public ActorKey of(Actor actor, LedgerEntryId entry) {
    var who = Signatory.of(actor);
    var key = keys.get(who, this::current);
    return new Held(
        key, known(who, key) ? Optional.empty() : Optional.of(introduce(who, key, entry)));
  }

  private DerivedKey current(Signatory who) {
    return derived(who, secret.generation())
        .orElseThrow(() -> new IllegalStateException("the ledger secret is not there"));
  }

  private Optional<DerivedKey> derived(Signatory who, int generation) {
    var info = PURPOSE + who.name() + "\n" + generation;
    return secret.derive(generation, info).map(DerivedKey::new);
  }

  private boolean inUse(int generation) {
    return !rows.createQuery(
            "SELECT k.kid FROM ActorKeyRow k WHERE k.generation = :generation", String.class)
        .setParameter("generation", generation)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** A rolled back introduction was none, so only what is committed is remembered. */
  private boolean known(Signatory who, DerivedKey key) {
    if (introduced.getIfPresent(who) != null) {
      return true;
    }
    @Nullable ActorKeyRow row = find(who, secret.generation());
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
    var before = replaced(who, key, secret.generation() - 1);
    rows.persist(new ActorKeyRow(place(who, secret.generation()), key.jwk(), entry));
    return new ActorKey.Introduction(key.jwk(), HeldBy.SERVER, who, before);
  }

  /** The newest key that the principal had before, if its secret is still here. */
  private Optional<ActorKey.Replacement> replaced(Signatory who, DerivedKey next, int generation) {
    if (generation < 1) {
      return Optional.empty();
    }
    return find(who, generation) == null
        ? replaced(who, next, generation - 1)
        : derived(who, generation).map(old -> handingOver(old, next));
  }

  private static ActorKey.Replacement handingOver(DerivedKey old, DerivedKey next) {
    byte[] signature = old.sign((HANDING_OVER + next.kid()).getBytes(StandardCharsets.UTF_8));
    return new ActorKey.Replacement(
        old.kid(), Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
  }

  private @Nullable ActorKeyRow find(Signatory who, int generation) {
    return rows.find(ActorKeyRow.class, place(who, generation));
  }

  private static ActorKeyRow.Place place(Signatory who, int generation) {
    return new ActorKeyRow.Place(who.name(), generation);
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
