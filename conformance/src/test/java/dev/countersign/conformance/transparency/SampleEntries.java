package dev.countersign.conformance.transparency;

import dev.countersign.host.identity.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Entries of the usual length, each signed, written with the statement of the server's own rows.
 */
final class SampleEntries {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final String COLUMNS =
      " (id, tenant_id, at, request_id, actor_role, actor_id, key_id, action, object_id, outcome,"
          + " status, digest, risk, leaf) VALUES (?, 'server', 1, ?, 'agent', 'agt_1', 'key_1',"
          + " 'submit', 'em_1', 'ok', 'pending_scan', ?, 'unknown', ?)";

  private final AtomicLong next = new AtomicLong();
  private final byte[] secret = new byte[Ed25519.SECRET_KEY_SIZE];
  private final byte[] open = new byte[Ed25519.PUBLIC_KEY_SIZE];
  private final boolean signing;
  private final String name;

  /**
   * A source of entries.
   *
   * @param name of this source, in the ids of its entries
   */
  SampleEntries(boolean signing, String name) {
    this.signing = signing;
    this.name = name;
    Ed25519.generatePublicKey(secret, 0, open, 0);
  }

  /** Writes so many in one statement. */
  void write(Connection connection, String table, int count) throws SQLException {
    try (var statement = connection.prepareStatement("INSERT INTO " + table + COLUMNS)) {
      for (int i = 0; i < count; i++) {
        fill(statement);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** One such row as a script for pgbench. */
  static String pgbenchScript(String table) {
    String values =
        COLUMNS
            .replaceFirst("\\?", "gen_random_uuid()::text")
            .replaceFirst("\\?", "'r'")
            .replaceFirst("\\?", "repeat('0123456789abcdef', 4)")
            .replaceFirst("\\?", "repeat('s', 860)");
    return "INSERT INTO " + table + values + ";\n";
  }

  private void fill(PreparedStatement statement) throws SQLException {
    String id = "led_" + name + "_" + next.getAndIncrement();
    String digest = "0123456789abcdef".repeat(4);
    statement.setString(1, id);
    statement.setString(2, id);
    statement.setString(3, digest);
    statement.setString(4, leaf(id, digest));
  }

  private String leaf(String id, String digest) {
    var members = new TreeMap<String, Object>();
    members.put("v", 1L);
    members.put("id", id);
    members.put("tenant", "server");
    members.put("at", 1_700_000_000_000L);
    members.put("request_id", id);
    members.put("action", "submit");
    members.put("outcome", "ok");
    members.put("digest", digest);
    members.put("step", "s".repeat(500));
    String entry = CanonicalJson.text(members);
    return "{\"entry\":"
        + entry
        + ",\"signature\":{\"key\":\"k\",\"value\":\""
        + sign(entry)
        + "\"}}";
  }

  private String sign(String entry) {
    if (!signing) {
      return "A".repeat(86);
    }
    byte[] message = entry.getBytes(StandardCharsets.UTF_8);
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(secret, 0, open, 0, message, 0, message.length, signature, 0);
    return BASE64URL.encodeToString(signature);
  }
}
