package dev.countersign.host.keys;

import dev.countersign.host.ids.KeyId;
import dev.countersign.host.tenants.PrincipalRow;
import dev.countersign.kernel.Key;
import dev.countersign.kernel.Scopes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A credential as stored: whose it is and what it allows, never the secret. */
@Entity
@Table(name = "api_keys")
public class KeyRow {
  @Id private long no;
  private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  private String name = "";
  private String prefix = "";

  @Column(name = "secret_sha256")
  private String secretSha256 = "";

  @ManyToOne(optional = false)
  @JoinColumn(name = "holder_no")
  private PrincipalRow holder;

  @ManyToOne(optional = false)
  @JoinColumn(name = "maker_no")
  private PrincipalRow maker;

  @Column(name = "scope_read")
  private boolean read;

  @Column(name = "scope_send")
  private boolean send;

  @Column(name = "scope_oversight")
  private boolean oversight;

  @Column(name = "scope_admin")
  private boolean admin;

  private boolean live;

  @Column(name = "created_at")
  private long createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills it in
  protected KeyRow() {}

  public KeyRow(
      long no,
      KeyId id,
      String name,
      ApiKey secret,
      PrincipalRow holder,
      PrincipalRow maker,
      Key key,
      long createdAt) {
    this.no = no;
    this.id = id.toString();
    this.tenantId = holder.tenantId();
    this.name = name;
    this.prefix = secret.prefix();
    this.secretSha256 = secret.sha256();
    this.holder = holder;
    this.maker = maker;
    this.createdAt = createdAt;
    become(key);
  }

  public Key key() {
    return new Key(
        holder.principal(), maker.principal(), new Scopes(read, send, oversight, admin), live);
  }

  public final void become(Key next) {
    read = next.scopes().read();
    send = next.scopes().send();
    oversight = next.scopes().oversight();
    admin = next.scopes().admin();
    live = next.live();
  }

  /** Names it otherwise. */
  public void call(String otherName) {
    name = otherName;
  }

  public long no() {
    return no;
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  public String name() {
    return name;
  }

  public String prefix() {
    return prefix;
  }

  public PrincipalRow holder() {
    return holder;
  }

  public long createdAt() {
    return createdAt;
  }
}
