package dev.countersign.host.tenants;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Until when a tenant has to wait with something, as stored. */
@Entity
@Table(name = "pauses")
@IdClass(PauseRow.Name.class)
class PauseRow {
  /** One for each thing. */
  record Name(String tenantId, String what) implements Serializable {}

  @Id
  @Column(name = "tenant_id")
  private String tenantId = "";

  @Id private String what = "";
  private long until;

  protected PauseRow() {}

  PauseRow(Name name, long until) {
    this.tenantId = name.tenantId();
    this.what = name.what();
    this.until = until;
  }

  String tenantId() {
    return tenantId;
  }

  String what() {
    return what;
  }

  long until() {
    return until;
  }
}
