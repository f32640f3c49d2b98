package dev.countersign.host.signup;

import dev.countersign.host.ids.SignupId;
import dev.countersign.kernel.Mode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Somebody's wish for an account, as stored, and the account once it is there. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are for people alone.
@Table(name = "signups")
public class SignupRow {
  @Id private String id = "";

  @Enumerated(EnumType.STRING)
  private Kind kind = Kind.PAGE;

  private String email = "";

  @Column(name = "operator_name")
  private String operatorName = "";

  private String slug = "";

  @Enumerated(EnumType.STRING)
  private Mode mode = Mode.GATED_SEND;

  @Column(name = "use_case")
  private @Nullable String useCase;

  @Column(name = "physical_address")
  private @Nullable String physicalAddress;

  @Column(name = "secret_mac")
  private String secretMac = "";

  @Column(name = "view_sha256")
  private @Nullable String viewSha256;

  private int tries;

  @Column(name = "expires_at")
  private long expiresAt;

  @Column(name = "tenant_id")
  private @Nullable String tenantId;

  @Version private long version;

  protected SignupRow() {}

  /** By whom the code comes back. */
  public enum Kind {
    PAGE,
    AGENT
  }

  /** What somebody asks for. */
  public record Wish(
      Kind kind,
      String email,
      String operatorName,
      String slug,
      Mode mode,
      @Nullable String useCase,
      @Nullable String physicalAddress) {}

  SignupRow(SignupId id, Wish wish, String secretMac, long expiresAt) {
    this.id = id.toString();
    this.kind = wish.kind();
    this.email = wish.email();
    this.operatorName = wish.operatorName();
    this.slug = wish.slug();
    this.mode = wish.mode();
    this.useCase = wish.useCase();
    this.physicalAddress = wish.physicalAddress();
    this.secretMac = secretMac;
    this.expiresAt = expiresAt;
  }

  /** Another code in place of the one before. */
  void renew(String newSecretMac, long newExpiresAt) {
    secretMac = newSecretMac;
    expiresAt = newExpiresAt;
    tries = 0;
  }

  void viewedBy(String sha256) {
    viewSha256 = sha256;
  }

  int tried() {
    return ++tries;
  }

  /** The account is there; the code is good for nothing more. */
  public void become(String newTenantId) {
    tenantId = newTenantId;
    viewSha256 = null;
  }

  public boolean open(long now) {
    return tenantId == null && now < expiresAt;
  }

  public String id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String operatorName() {
    return operatorName;
  }

  public String slug() {
    return slug;
  }

  public Mode mode() {
    return mode;
  }

  public @Nullable String useCase() {
    return useCase;
  }

  public @Nullable String physicalAddress() {
    return physicalAddress;
  }

  public long expiresAt() {
    return expiresAt;
  }

  public @Nullable String tenantId() {
    return tenantId;
  }
}
