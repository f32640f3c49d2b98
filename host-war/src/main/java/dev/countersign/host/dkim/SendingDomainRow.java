package dev.countersign.host.dkim;

import dev.countersign.host.ids.DomainId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;

/** A domain that a tenant sends from, as stored. Its private keys are not in the database. */
@Entity
@Table(name = "sending_domains")
public class SendingDomainRow {
  @Id private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  private String domain = "";
  private String selector = "";

  @Column(name = "rsa_public")
  private String rsaPublic = "";

  @Column(name = "ed25519_public")
  private String ed25519Public = "";

  @Column(name = "dkim_signing")
  private boolean dkimSigning;

  @Column(name = "created_at")
  private long createdAt;

  @Version private long version;

  protected SendingDomainRow() {}

  SendingDomainRow(
      DomainId id,
      String tenantId,
      String domain,
      String selector,
      String rsaPublic,
      String ed25519Public,
      long createdAt) {
    this.id = id.toString();
    this.tenantId = tenantId;
    this.domain = domain;
    this.selector = selector;
    this.rsaPublic = rsaPublic;
    this.ed25519Public = ed25519Public;
    this.createdAt = createdAt;
  }

  /** Mail from this domain is signed from now on, or not any more. */
  public void signing(boolean on) {
    dkimSigning = on;
  }

  public List<DnsRecord> records() {
    return List.of(
        DnsRecord.of(domain, selector, DkimAlgorithm.RSA, rsaPublic),
        DnsRecord.of(domain, selector, DkimAlgorithm.ED25519, ed25519Public));
  }

  public String id() {
    return id;
  }

  public String domain() {
    return domain;
  }

  String selector() {
    return selector;
  }

  public boolean signing() {
    return dkimSigning;
  }

  public long createdAt() {
    return createdAt;
  }
}
