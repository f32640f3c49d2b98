package dev.countersign.conformance.sequences;

import dev.countersign.conformance.running.TestDatabase;
import dev.countersign.conformance.sequences.Ask.Made;
import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One tenant's rows, read by JDBC and put into the kernel's words. */
final class Store implements AutoCloseable {
  private final Connection connection;

  Store(TestDatabase database) {
    try {
      connection = database.connect();
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows by column. */
  List<Columns> rows(String query, Object... parameters) {
    try (var statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<Columns> all = new ArrayList<>();
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          all.add(Columns.of(found));
        }
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything as it stands at one moment: read in parts, it would be of no moment at all. */
  Seen look(String tenant, String request) {
    try {
      connection.setAutoCommit(false);
      try {
        return new Seen(read(tenant), ledger(tenant, request), request);
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Stored read(String tenant) {
    var boxes = new TreeMap<String, Mailbox>();
    for (var row : rows("SELECT * FROM mailboxes WHERE tenant_id = ?", tenant)) {
      boxes.put(row.text("id"), row.mailbox());
    }
    var approvals = approvals(tenant);
    var messages = new TreeMap<String, Message>();
    for (var row :
        rows(
            "SELECT id, direction, composer_no, composer_role, digest, send_at, gate_timing, risk,"
                + " risk_score, mode_at_submission, required_at_submission, deadline, attempts,"
                + " copied, released, status FROM messages WHERE tenant_id = ?",
            tenant)) {
      var id = row.text("id");
      messages.put(id, row.message(approvals.getOrDefault(id, List.of())));
    }
    return new Stored(suspended(tenant), boxes, messages, keys(tenant), owed(tenant));
  }

  private boolean suspended(String tenant) {
    return rows("SELECT suspended FROM tenants WHERE id = ?", tenant).getFirst().flag("suspended");
  }

  private Map<String, Key> keys(String tenant) {
    var keys = new TreeMap<String, Key>();
    for (var row :
        rows(
            "SELECT k.id, k.scope_read, k.scope_send, k.scope_oversight, k.scope_admin, k.live,"
                + " k.holder_no, k.maker_no, h.role AS holder_role, m.role AS maker_role"
                + " FROM api_keys k JOIN principals h ON h.no = k.holder_no"
                + " JOIN principals m ON m.no = k.maker_no WHERE k.tenant_id = ?",
            tenant)) {
      keys.put(row.text("id"), row.key());
    }
    return keys;
  }

  private Map<String, Stored.Owed> owed(String tenant) {
    var owed = new TreeMap<String, Stored.Owed>();
    for (var row :
        rows(
            "SELECT o.message_id, o.work, o.due_at, o.lease_owner FROM outbox o"
                + " JOIN messages m ON m.id = o.message_id WHERE m.tenant_id = ?",
            tenant)) {
      // When work is wanted at once, the moment at which that was said does not matter.
      long due = row.number("due_at");
      boolean timed = row.text("work").equals("CLOCK") || System.currentTimeMillis() < due;
      owed.put(
          row.text("message_id"),
          new Stored.Owed(row.text("work"), timed ? due : 0, row.present("lease_owner")));
    }
    return owed;
  }

  private Map<String, List<Approval>> approvals(String tenant) {
    Map<String, List<Approval>> approvals = new HashMap<>();
    for (var row :
        rows(
            "SELECT a.message_id, a.person_no, a.digest FROM approvals a"
                + " JOIN messages m ON m.id = a.message_id WHERE m.tenant_id = ?"
                + " ORDER BY a.person_no",
            tenant)) {
      approvals
          .computeIfAbsent(row.text("message_id"), id -> new ArrayList<>())
          .add(new Approval(row.number("person_no"), row.digest()));
    }
    return approvals;
  }

  /** The tenant's entries, and those of one call, in the ledger's order. */
  private List<Entry> ledger(String tenant, String request) {
    return rows(
            "SELECT e.*, p.payload FROM ledger_entries e"
                + " LEFT JOIN ledger_payloads p ON p.entry_id = e.id"
                + " WHERE e.tenant_id = ? OR e.request_id = ? ORDER BY e.id",
            tenant,
            request)
        .stream()
        .map(row -> new Entry(row.text("id"), row.text("request_id"), row.line()))
        .toList();
  }

  /** What only the server knows of a message. */
  Made made(String message) {
    return rows("SELECT digest, created_at FROM messages WHERE id = ?", message).stream()
        .map(row -> new Made(message, row.digest(), row.number("created_at")))
        .findFirst()
        .orElse(Made.of(message));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
