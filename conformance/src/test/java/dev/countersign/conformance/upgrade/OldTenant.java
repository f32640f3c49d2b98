package dev.countersign.conformance.upgrade;

import dev.countersign.conformance.running.TenantRows;
import dev.countersign.conformance.running.TenantRows.Somebody;
import dev.countersign.conformance.running.TestDatabase;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ids.ThreadId;
import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.Threading;
import dev.countersign.host.storage.Schema;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Scopes;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A tenant as the server left it when entries were rows without a signature: one message that
 * waits, one that was sent, and what the ledger said of them.
 */
final class OldTenant {
  static final String NOTE = "read \"twice\",\nthen sent";
  static final String SUBJECT = "From before";
  private static final String BEFORE_SIGNED_ENTRIES = "3";
  private static final long DAY = 86_400_000L;

  private final TestDatabase database;
  private final TenantRows rows;
  private final Somebody agent;
  private final Somebody person;
  private final String address;
  final String box;
  final String agentKey;
  final String oversightKey;
  final String operatorKey;
  final String waiting;
  final String recipient;

  /** Makes the old schema in an empty database, and the tenant in it. */
  OldTenant(TestDatabase database, String recipient) {
    this.database = database;
    this.recipient = recipient;
    Flyway.configure()
        .configuration(Schema.of(source(database)).getConfiguration())
        .target(BEFORE_SIGNED_ENTRIES)
        .load()
        .migrate();
    rows = new TenantRows(database);
    database.execute("UPDATE tenants SET runs_installation = TRUE WHERE id = ?", rows.tenant());
    var operator = rows.somebody(Role.OPERATOR);
    agent = rows.somebody(Role.AGENT);
    person = rows.somebody(Role.PERSON);
    rows.overseer(person);
    var mailbox = rows.mailbox(person);
    box = mailbox.id();
    address = mailbox.address();
    agentKey = rows.key(agent, operator, new Scopes(true, true, false, false)).secret();
    oversightKey = rows.key(person, operator, new Scopes(false, false, true, false)).secret();
    operatorKey = rows.key(operator, operator, new Scopes(false, false, false, true)).secret();
    waiting = message("PENDING_SEND_APPROVAL", null);
    entry(agent, "submit", waiting, null);
    String sent = message("SENT", System.currentTimeMillis() - DAY);
    entry(agent, "submit", sent, null);
    entry(person, "approve", sent, NOTE);
    database.execute(
        "INSERT INTO ledger_entries (id, at, request_id, actor_role, actor_id, action, outcome,"
            + " reason) VALUES (?, 1, 'r', 'anonymous', 'anonymous', 'look_at_inbox', 'refused',"
            + " 'unauthorized')",
        LedgerEntryId.mint().toString());
  }

  String tenant() {
    return rows.tenant();
  }

  private static DataSource source(TestDatabase database) {
    if (database.url().startsWith("jdbc:h2:")) {
      var source = new JdbcDataSource();
      source.setURL(database.url());
      source.setUser(database.user());
      source.setPassword(database.password());
      return source;
    }
    var source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.password());
    return source;
  }

  private String message(String status, @Nullable Long sentAt) {
    var id = EmailId.mint().toString();
    var from = EmailAddress.of(address, Optional.empty());
    var to = EmailAddress.of(recipient, Optional.empty());
    var body = new Body.Markdown("Kept since then.");
    var draft =
        new Draft(
            from, List.of(to), List.of(), List.of(), SUBJECT, body, List.of(), Threading.NONE);
    long now = System.currentTimeMillis();
    database.execute(
        "INSERT INTO messages (id, tenant_id, mailbox_no, direction, composer_no, composer_role,"
            + " digest, send_at, gate_timing, risk, risk_score, mode_at_submission,"
            + " required_at_submission, deadline, attempts, copied, released, status, version,"
            + " thread_id, internet_message_id, from_address, recipients_to, recipients_cc,"
            + " recipients_bcc, subject, body_kind, body, reference_ids, created_at, changed_at,"
            + " sent_at) SELECT ?, tenant_id, no, 'OUTBOUND', ?, 'AGENT', ?, 0, 'GATE_FIRST',"
            + " 'KNOWN', 100, 'GATED_SEND', 1, ?, 0, FALSE, FALSE, ?, 1, ?, ?, ?, ?, '', '', ?,"
            + " 'markdown', ?, '', ?, ?, CAST(? AS BIGINT) FROM mailboxes WHERE id = ?",
        id,
        agent.who().id(),
        HexFormat.of().formatHex(draft.digest()),
        now + DAY,
        status,
        ThreadId.mint().toString(),
        "<" + id + "@other.example>",
        from.toString(),
        to.toString(),
        SUBJECT,
        body.text(),
        now,
        now,
        sentAt,
        box);
    return id;
  }

  private void entry(Somebody who, String action, String message, @Nullable String note) {
    database.execute(
        "INSERT INTO ledger_entries (id, tenant_id, at, request_id, actor_role, actor_id, action,"
            + " object_id, mailbox_id, oversight_mode, policy_version, outcome, status, digest,"
            + " risk, note) SELECT ?, tenant_id, created_at, 'r', ?, ?, ?, id, ?, 'gated_send', 1,"
            + " 'ok', 'sent', digest, '0.100', CAST(? AS VARCHAR) FROM messages WHERE id = ?",
        LedgerEntryId.mint().toString(),
        who.who().role().wire(),
        who.id(),
        action,
        box,
        note,
        message);
  }
}
