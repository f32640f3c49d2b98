package dev.countersign.host.siem;

import dev.countersign.host.ledger.LedgerRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry as a line of CSV (RFC 4180): every field quoted, and none that a spreadsheet would
 * take for a formula.
 */
public final class CsvLine {
  /** The columns; new ones come at the end. */
  static final List<String> COLUMNS =
      List.of(
          "log_index",
          "id",
          "created_at",
          "actor_role",
          "actor_id",
          "actor_key_id",
          "action",
          "resource_id",
          "mailbox_id",
          "oversight_mode",
          "policy_version",
          "outcome",
          "reason",
          "status",
          "digest",
          "risk",
          "note",
          "request_id");

  // Full-width signs count too: some programs take them for the others.
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private CsvLine() {}

  public static String header() {
    return line(COLUMNS.toArray());
  }

  /** {@return the line with its end} */
  public static String of(LedgerRow entry, Map<String, ?> written) {
    return line(
        entry.logIndex(),
        entry.id(),
        Instant.ofEpochMilli(entry.at()),
        entry.actorRole(),
        entry.actorId(),
        entry.keyId(),
        entry.action(),
        entry.objectId() == null ? written.get("object") : entry.objectId(),
        entry.mailboxId(),
        entry.oversightMode(),
        entry.policyVersion(),
        entry.outcome(),
        entry.reason(),
        entry.status(),
        entry.digest(),
        entry.risk(),
        written.get("note"),
        entry.requestId());
  }

  private static String line(@Nullable Object... fields) {
    return Arrays.stream(fields).map(CsvLine::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  static String field(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    // Some programs skip blanks before they look for a formula.
    String seen = text.stripLeading();
    boolean formula =
        begins(text) || begins(seen) || (!text.isEmpty() && text.charAt(0) == '\ufeff');
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }

  private static boolean begins(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
  }
}
