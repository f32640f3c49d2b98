package dev.countersign.host.transparency.store;

import dev.countersign.host.transparency.notes.NoteSignature;
import dev.countersign.host.transparency.notes.SignedNote;
import dev.countersign.host.transparency.notes.VerifierKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log's checkpoints, and what witnesses signed of them. */
public final class CheckpointTable {
  private static final String ALL = "SELECT size, note FROM log_checkpoints WHERE log_id = ?";

  private final Connection connection;
  private final LogId log;

  public CheckpointTable(Connection connection, LogId log) {
    this.connection = connection;
    this.log = log;
  }

  /** A checkpoint with all the signatures that there are under it. */
  public record Published(long size, SignedNote note) {}

  public void add(long size, SignedNote note, long now) throws SQLException {
    query(
            "INSERT INTO log_checkpoints (log_id, size, note, signed_at) VALUES (?, ?, ?, ?)",
            log.value(),
            size,
            note.toString(),
            now)
        .update();
  }

  public Optional<Published> find(long size) throws SQLException {
    return one(query(ALL + " AND size = ?", log.value(), size));
  }

  public Optional<Published> newest() throws SQLException {
    return one(query(ALL + " ORDER BY size DESC LIMIT 1", log.value()));
  }

  /** {@return the newest that witnesses have signed, if it covers so many entries} */
  public Optional<Published> newestCosigned(long least) throws SQLException {
    Optional<Long> size =
        query(
                "SELECT size FROM log_cosignatures WHERE log_id = ? AND size >= ?"
                    + " ORDER BY size DESC LIMIT 1",
                log.value(),
                least)
            .first(row -> row.getLong(1));
    return size.isEmpty() ? Optional.empty() : find(size.get());
  }

  /** {@return the last ones that are smaller, newest first} */
  public List<Published> before(long size, int most) throws SQLException {
    List<Published> found = new ArrayList<>();
    String sql = ALL + " AND size < ? ORDER BY size DESC LIMIT ?";
    for (var read : query(sql, log.value(), size, most).list(CheckpointTable::bare)) {
      found.add(cosigned(read));
    }
    return found;
  }

  /** {@return the size up to which this witness has signed; 0 if it has signed nothing} */
  public long cosignedBy(VerifierKey witness) throws SQLException {
    return query(
            "SELECT size FROM log_cosignatures WHERE log_id = ? AND witness = ?"
                + " ORDER BY size DESC LIMIT 1",
            log.value(),
            witness.toString())
        .first(row -> row.getLong(1))
        .orElse(0L);
  }

  /** Keeps a witness's signature under the checkpoint of this size, in place of an older one. */
  public void cosign(long size, VerifierKey witness, NoteSignature signature, long now)
      throws SQLException {
    query(
            "DELETE FROM log_cosignatures WHERE log_id = ? AND size = ? AND witness = ?",
            log.value(),
            size,
            witness.toString())
        .update();
    query(
            "INSERT INTO log_cosignatures (log_id, size, witness, line, received_at)"
                + " VALUES (?, ?, ?, ?, ?)",
            log.value(),
            size,
            witness.toString(),
            signature.toString(),
            now)
        .update();
  }

  private Optional<Published> one(SqlQuery query) throws SQLException {
    var found = query.first(CheckpointTable::bare);
    return found.isEmpty() ? Optional.empty() : Optional.of(cosigned(found.get()));
  }

  private Published cosigned(Published bare) throws SQLException {
    List<NoteSignature> lines =
        query(
                "SELECT line FROM log_cosignatures WHERE log_id = ? AND size = ? ORDER BY witness",
                log.value(),
                bare.size())
            .list(row -> NoteSignature.parse(row.getString(1)).orElseThrow());
    return new Published(bare.size(), bare.note().with(lines));
  }

  private static Published bare(ResultSet row) throws SQLException {
    return new Published(row.getLong(1), SignedNote.parse(row.getString(2)).orElseThrow());
  }

  private SqlQuery query(String sql, Object... parameters) {
    return new SqlQuery(connection, sql, parameters);
  }
}
