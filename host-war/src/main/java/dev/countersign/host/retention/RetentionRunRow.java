package dev.countersign.host.retention;

import dev.countersign.host.ids.RunId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one batch erased. Numbers only: it stays when everything else is gone. */
@Entity
@Table(name = "retention_runs")
public class RetentionRunRow {
  @Id private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  private long at;
  private int messages;

  @Column(name = "ledger_personal")
  private int ledgerPersonal;

  @Column(name = "webhook_history")
  private int webhookHistory;

  protected RetentionRunRow() {}

  RetentionRunRow(RunId id, String tenantId, long at, Erased erased) {
    this.id = id.toString();
    this.tenantId = tenantId;
    this.at = at;
    this.messages = erased.messages();
    this.ledgerPersonal = erased.ledgerPersonal();
    this.webhookHistory = erased.webhookHistory();
  }

  public String id() {
    return id;
  }

  public long at() {
    return at;
  }

  public Erased erased() {
    return new Erased(messages, ledgerPersonal, webhookHistory);
  }
}
