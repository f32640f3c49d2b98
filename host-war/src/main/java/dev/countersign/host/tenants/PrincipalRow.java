package dev.countersign.host.tenants;

import dev.countersign.host.ids.PrincipalId;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Somebody who acts: an agent, a person who oversees, an operator. */
@Entity
@Table(name = "principals")
public class PrincipalRow {
  @Id private long no;
  private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  @Enumerated(EnumType.STRING)
  private Role role = Role.AGENT;

  private String name = "";
  private @Nullable String address;

  @Column(name = "created_at")
  private long createdAt;

  protected PrincipalRow() {}

  public PrincipalRow(
      long no, String tenantId, Role role, String name, @Nullable String address, long createdAt) {
    this.no = no;
    this.id = PrincipalId.mint(role).toString();
    this.tenantId = tenantId;
    this.role = role;
    this.name = name;
    this.address = address;
    this.createdAt = createdAt;
  }

  public Principal principal() {
    return new Principal(role, no);
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

  public @Nullable String address() {
    return address;
  }
}
