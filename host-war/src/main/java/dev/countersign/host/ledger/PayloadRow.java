package dev.countersign.host.ledger;

import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.platform.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;

/** What people wrote in or about a call, until it is erased. */
@Entity
@Table(name = "ledger_payloads")
public class PayloadRow {
  @Id
  @Column(name = "entry_id")
  private String entryId = "";

  private String salt = "";
  private String payload = "";

  protected PayloadRow() {}

  PayloadRow(LedgerEntryId entry, Detached detached) {
    entryId = entry.toString();
    salt = detached.salt();
    payload = detached.payload();
  }

  public String entryId() {
    return entryId;
  }

  /** {@return the payload's members, of which {@code note} and {@code object} are texts} */
  public Map<String, Object> members() {
    return Json.object(payload);
  }

  /** {@return base64url of 16 bytes; empty in entries from before there were leaves} */
  public String salt() {
    return salt;
  }

  /** {@return JSON in canonical form (RFC 8785)} */
  public String payload() {
    return payload;
  }
}
