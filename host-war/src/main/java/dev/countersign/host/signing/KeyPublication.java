package dev.countersign.host.signing;

import dev.countersign.host.firststart.DataFolder;
import dev.countersign.host.identity.JwkSet;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.PublishedKey;
import dev.countersign.host.identity.PublishedKeys;
import dev.countersign.host.identity.SigningKeys;
import dev.countersign.host.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Copies the public keys to files, for verifiers that do not ask this server. */
@ApplicationScoped
public class KeyPublication {
  private static final Logger LOG = Logger.getLogger(KeyPublication.class.getName());

  @Inject DataFolder data;
  @Inject SigningKeyRows rows;
  @Inject SigningKeys keys;
  @Inject Transactions transactions;

  /** At the start: the service has a key, and the files say what the database says. */
  public void begin() {
    JwkSet all =
        transactions.run(
            () -> {
              keys.current(new KeyOwner.Service());
              return rows.all();
            });
    Set<KeyOwner> owners = all.keys().stream().map(PublishedKey::owner).collect(Collectors.toSet());
    owners.forEach(owner -> folder().record(owner, all.keys(owner)));
  }

  void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) SigningKeyRows.Changed change) {
    try {
      folder().record(change.owner(), change.keys());
    } catch (UncheckedIOException e) {
      // What is served comes from the database; the files follow at the next start.
      LOG.log(Level.WARNING, "the public keys could not be copied to files", e);
    }
  }

  private PublishedKeys folder() {
    return PublishedKeys.in(data.path());
  }
}
