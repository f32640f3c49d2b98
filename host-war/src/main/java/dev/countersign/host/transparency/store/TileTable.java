package dev.countersign.host.transparency.store;

import dev.countersign.host.transparency.merkle.TileId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The hashes of a log's tree, in tiles. */
public final class TileTable {
  private final Connection connection;
  private final LogId log;

  public TileTable(Connection connection, LogId log) {
    this.connection = connection;
    this.log = log;
  }

  public Optional<byte[]> find(TileId tile) throws SQLException {
    return new SqlQuery(
            connection,
            "SELECT hashes FROM log_tiles WHERE log_id = ? AND level = ? AND tile_index = ?",
            log.value(),
            tile.level(),
            tile.index())
        .first(row -> row.getBytes(1));
  }

  /** As {@link #find}, for tiles that the tree has. */
  public byte[] hashes(TileId tile) {
    try {
      return find(tile).orElseThrow(() -> new IllegalStateException("a tile of the log is lost"));
    } catch (SQLException e) {
      throw new IllegalStateException("a tile of the log cannot be read", e);
    }
  }

  /** Writes tiles that have grown, and new ones. */
  public void put(Map<TileId, byte[]> tiles) throws SQLException {
    for (var tile : tiles.entrySet()) {
      put(tile.getKey(), tile.getValue());
    }
  }

  private void put(TileId tile, byte[] hashes) throws SQLException {
    int grown =
        new SqlQuery(
                connection,
                "UPDATE log_tiles SET hashes = ? WHERE log_id = ? AND level = ? AND tile_index = ?",
                hashes,
                log.value(),
                tile.level(),
                tile.index())
            .update();
    if (grown == 0) {
      new SqlQuery(
              connection,
              "INSERT INTO log_tiles (log_id, level, tile_index, hashes) VALUES (?, ?, ?, ?)",
              log.value(),
              tile.level(),
              tile.index(),
              hashes)
          .update();
    }
  }
}
