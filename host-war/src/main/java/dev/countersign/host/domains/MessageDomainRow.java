package dev.countersign.host.domains;

import dev.countersign.kernel.Risk;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** What was known of one recipient's domain when a message was judged. */
@Entity
@Table(name = "message_domains")
@IdClass(MessageDomainRow.Name.class)
public class MessageDomainRow {
  private static final String KNOWN = "KNOWN";
  private static final String UNKNOWN = "UNKNOWN";

  /** A message names a domain once, however many of its recipients are there. */
  public record Name(String messageId, String domain) implements Serializable {}

  @Id
  @Column(name = "message_id")
  private String messageId = "";

  @Id private String domain = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  private String risk = UNKNOWN;

  @Column(name = "risk_score")
  private int riskScore;

  private String report = "";

  protected MessageDomainRow() {}

  MessageDomainRow(Name name, String tenantId, Risk risk, String report) {
    this.messageId = name.messageId();
    this.domain = name.domain();
    this.tenantId = tenantId;
    if (risk instanceof Risk.Known(int score)) {
      this.risk = KNOWN;
      this.riskScore = score;
    }
    this.report = report;
  }

  public String messageId() {
    return messageId;
  }

  public String domain() {
    return domain;
  }

  public Risk risk() {
    return risk.equals(KNOWN) ? new Risk.Known(riskScore) : new Risk.Unknown();
  }

  /** JSON of a {@link Report}. */
  String report() {
    return report;
  }
}
