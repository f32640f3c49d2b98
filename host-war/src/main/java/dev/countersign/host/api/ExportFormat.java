package dev.countersign.host.api;

import dev.countersign.host.api.json.AuditEntry;
import dev.countersign.host.ledger.LedgerRow;
import dev.countersign.host.ledger.PayloadRow;
import dev.countersign.host.platform.Json;
import dev.countersign.host.siem.CsvLine;
import dev.countersign.host.siem.OcsfEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms in which the record is exported: one line for each entry. */
enum ExportFormat {
  /** As {@code GET /v1/audit-log} shows each entry. */
  JSONL("application/jsonl"),
  CSV("text/csv; charset=utf-8; header=present"),
  OCSF("application/jsonl");

  private final String type;

  ExportFormat(String type) {
    this.type = type;
  }

  static Optional<ExportFormat> ofWire(String wire) {
    return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst();
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  String type() {
    return type;
  }

  String fileName() {
    return this == CSV ? "ledger.csv" : "ledger.jsonl";
  }

  String header() {
    return this == CSV ? CsvLine.header() : "";
  }

  /** {@return the line with its end} */
  String line(LedgerRow entry, @Nullable PayloadRow beside) {
    return switch (this) {
      case JSONL -> json(AuditEntry.of(entry, beside));
      case OCSF -> json(OcsfEvent.of(entry, written(beside)));
      case CSV -> CsvLine.of(entry, written(beside));
    };
  }

  private static String json(Object value) {
    return new String(Json.bytes(value), StandardCharsets.UTF_8) + "\n";
  }

  private static Map<String, Object> written(@Nullable PayloadRow beside) {
    return beside == null ? Map.of() : beside.members();
  }
}
