package dev.countersign.host.transparency;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.transparency.merkle.ConsistencyProof;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.InclusionProof;
import dev.countersign.host.transparency.merkle.MerkleTree;
import dev.countersign.host.transparency.merkle.TileId;
import dev.countersign.host.transparency.merkle.TiledNodes;
import dev.countersign.host.transparency.merkle.TreeHasher;
import dev.countersign.host.transparency.notes.Checkpoint;
import dev.countersign.host.transparency.notes.LogProof;
import dev.countersign.host.transparency.notes.NoteSignature;
import dev.countersign.host.transparency.notes.SignedNote;
import dev.countersign.host.transparency.notes.VerifierKey;
import dev.countersign.host.transparency.store.CheckpointTable;
import dev.countersign.host.transparency.store.CheckpointTable.Published;
import dev.countersign.host.transparency.store.EntryTable;
import dev.countersign.host.transparency.store.KeyChangeTable;
import dev.countersign.host.transparency.store.KeyChangeTable.KeyChange;
import dev.countersign.host.transparency.store.LogHead;
import dev.countersign.host.transparency.store.LogId;
import dev.countersign.host.transparency.store.LogTable;
import dev.countersign.host.transparency.store.TileTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a log shows: its checkpoints and hashes, and proofs made of them. */
@ApplicationScoped
public class PublishedLog {
  @Inject LogStore store;
  @Inject LogSigners signers;
  @Inject Witnesses witnesses;
  @Inject InstantSource time;

  /** {@return the newest checkpoint, with the cosignatures that there are} */
  public Optional<Published> checkpoint(LogId log) {
    return store.run(connection -> new CheckpointTable(connection, log).newest());
  }

  /** {@return the keys that sign the checkpoints; empty if there is no such log} */
  public List<VerifierKey> keys(LogId log) {
    return store.run(
        connection -> {
          Optional<LogHead> head = new LogTable(connection).find(log);
          return head.isEmpty() ? List.of() : signers.published(connection, head.get());
        });
  }

  /** {@return which key took over from which, in that order} */
  public List<KeyChange> keyChanges(LogId log) {
    return store.run(connection -> new KeyChangeTable(connection, log).all());
  }

  /** {@return so many hashes of a tile, 32 bytes each; empty if the tree has not so many there} */
  public Optional<byte[]> tile(LogId log, TileId tile, int width) {
    return store.run(
        connection ->
            new TileTable(connection, log)
                .find(tile)
                .filter(hashes -> hashes.length >= width * Hash.BYTES)
                .map(hashes -> Arrays.copyOf(hashes, width * Hash.BYTES)));
  }

  /** {@return the texts of so many entries of a bundle; empty if it has not so many} */
  public Optional<List<String>> bundle(LogId log, long index, int width) {
    long first = index * TileId.WIDTH;
    return store.run(
        connection ->
            Optional.of(new EntryTable(connection, log).leaves(first, first + width))
                .filter(leaves -> leaves.size() == width));
  }

  /** {@return empty unless both are sizes that the log has had} */
  public Optional<ConsistencyProof> consistency(LogId log, long older, long newer) {
    return store.run(
        connection ->
            new LogTable(connection)
                .find(log)
                .filter(head -> 0 <= older && older <= newer && newer <= head.size())
                .map(head -> tree(connection, log).consistency(older, newer)));
  }

  /** An entry's place, if it has one. */
  public Optional<EntryTable.Placed> entry(LogId log, LedgerEntryId id) {
    return store.run(connection -> new EntryTable(connection, log).find(id.toString()));
  }

  /** The entry at {@code index} is in the tree of {@code size}, which the log has had. */
  public InclusionProof inclusion(LogId log, long index, long size) {
    return store.run(connection -> tree(connection, log).inclusion(index, size));
  }

  public Hash root(LogId log, long size) {
    return store.run(connection -> tree(connection, log).root(size));
  }

  public Optional<LogHead> head(LogId log) {
    return store.run(connection -> new LogTable(connection).find(log));
  }

  /** The proof goes to the newest checkpoint that witnesses have signed, if one has the entry. */
  public LogProof proof(LogId log, long index) {
    return store.run(
        connection -> {
          var checkpoints = new CheckpointTable(connection, log);
          var cosigned = checkpoints.newestCosigned(index + 1);
          var under = cosigned.isPresent() ? cosigned.get() : checkpoints.newest().orElseThrow();
          var path = tree(connection, log).inclusion(index, under.size()).path();
          return new LogProof(index, path, under.note());
        });
  }

  /** Whether the log has published this very checkpoint. */
  public boolean published(LogId log, SignedNote note) {
    return Checkpoint.of(note)
        .flatMap(
            checkpoint ->
                store.run(
                    connection -> new CheckpointTable(connection, log).find(checkpoint.size())))
        .filter(known -> known.note().text().equals(note.text()))
        .isPresent();
  }

  /** {@return how many signatures of known witnesses are under this, a published checkpoint} */
  public int cosign(LogId log, SignedNote note) {
    long size = Checkpoint.of(note).orElseThrow().size();
    return store.run(
        connection -> {
          int kept = 0;
          for (Witness witness : witnesses.all()) {
            kept += keep(connection, log, size, note, witness.key());
          }
          return kept;
        });
  }

  private int keep(
      Connection connection, LogId log, long size, SignedNote note, VerifierKey witness)
      throws SQLException {
    Optional<NoteSignature> valid =
        note.signatures().stream()
            .filter(signature -> witness.verifies(note.text(), signature))
            .findFirst();
    if (valid.isPresent()) {
      new CheckpointTable(connection, log).cosign(size, witness, valid.get(), time.millis());
    }
    return valid.isPresent() ? 1 : 0;
  }

  private static MerkleTree tree(Connection connection, LogId log) {
    var tiles = new TileTable(connection, log);
    var nodes = new TiledNodes(TreeHasher.SHA_256, tiles::hashes);
    return new MerkleTree(TreeHasher.SHA_256, nodes);
  }
}
