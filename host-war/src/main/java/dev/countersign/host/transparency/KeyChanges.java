package dev.countersign.host.transparency;

import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.transparency.notes.KeyStatement;
import dev.countersign.host.transparency.notes.NoteSigner;
import dev.countersign.host.transparency.notes.SignatureType;
import dev.countersign.host.transparency.notes.VerifierKey;
import dev.countersign.host.transparency.store.KeyChangeTable;
import dev.countersign.host.transparency.store.KeyChangeTable.KeyChange;
import dev.countersign.host.transparency.store.LogHead;
import dev.countersign.host.transparency.store.LogHead.Leaving;
import dev.countersign.host.transparency.store.LogId;
import dev.countersign.host.transparency.store.LogTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets the newest keys sign a log. Before the first checkpoint of another key it is stated who took
 * over, signed by the key before, the new one, and the log's key of the other kind.
 */
@ApplicationScoped
public class KeyChanges {
  @Inject LogKey logKey;
  @Inject LogSigners signers;
  @Inject Limits limits;
  @Inject InstantSource time;

  /** Inside the transaction that makes the next checkpoint; nothing while another node is at it. */
  void follow(Connection connection, LogId id) throws SQLException {
    var logs = new LogTable(connection);
    Optional<LogHead> taken = logs.take(id);
    if (taken.isEmpty()) {
      return;
    }
    LogHead head = taken.get();
    NoteSigner owners = signers.owners(head);
    var keys = next(head, owners.key());
    if (!keys.equals(head.keys())) {
      var changes = new KeyChangeTable(connection, id);
      for (KeyChange change : changes(head, head.signedBy(keys), owners)) {
        changes.add(change);
      }
      logs.sign(id, keys);
    }
  }

  private LogHead.Keys next(LogHead head, VerifierKey owners) {
    Optional<String> successor = logKey.successor(head.keys().own());
    var leaving =
        new Leaving(head.keys().own(), time.millis() + limits.value(Limit.LOG_KEY_OVERLAP_MS));
    return new LogHead.Keys(
        successor.orElse(head.keys().own()),
        Optional.of(owners.key()),
        successor.isPresent() ? Optional.of(leaving) : head.keys().before());
  }

  private List<KeyChange> changes(LogHead head, LogHead next, NoteSigner owners) {
    List<KeyChange> changes = new ArrayList<>();
    Optional<NoteSigner> ownersBefore = signers.ownersBefore(head);
    NoteSigner own = signers.own(head);
    if (!next.keys().own().equals(head.keys().own())) {
      List<NoteSigner> by = new ArrayList<>(List.of(own, signers.own(next)));
      by.add(ownersBefore.orElse(owners));
      changes.add(change(head, own.key(), signers.own(next).key(), by));
    }
    if (head.keys().owners().isPresent()
        && !head.keys().owners().get().equals(owners.key().key())) {
      // A revoked key says nothing any more: who knew it has to be told of the new one.
      List<NoteSigner> by = new ArrayList<>(ownersBefore.stream().toList());
      by.addAll(List.of(owners, own));
      var old = new VerifierKey(head.origin(), SignatureType.ECDSA, head.keys().owners().get());
      changes.add(change(head, old, owners.key(), by));
    }
    return changes;
  }

  private KeyChange change(LogHead head, VerifierKey old, VerifierKey fresh, List<NoteSigner> by) {
    var statement = new KeyStatement(head.origin(), head.size(), old, fresh).signedBy(by);
    return new KeyChange(old, fresh, head.size(), time.millis(), statement);
  }
}
