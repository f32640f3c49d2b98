package dev.countersign.host.mailboxes;

import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.mail.Letterhead;
import dev.countersign.host.tenants.PrincipalRow;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Mailbox;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Policy;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A mailbox as stored. Its row version is the policy version that ledger entries name. */
@Entity
@Table(name = "mailboxes")
public class MailboxRow {
  @Id private long no;
  private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  private String address = "";

  @Column(name = "display_name")
  private @Nullable String displayName;

  @ManyToOne(optional = false)
  @JoinColumn(name = "approver_no")
  private PrincipalRow approver;

  @Enumerated(EnumType.STRING)
  private Mode mode = Mode.GATED_SEND;

  @Column(name = "required_approvals")
  private int requiredApprovals;

  @Column(name = "risk_threshold")
  private int riskThreshold;

  @Column(name = "risk_checks")
  private boolean riskChecks;

  @Column(name = "approval_lifetime")
  private long approvalLifetime;

  private boolean scheduling;

  @Column(name = "max_attempts")
  private int maxAttempts;

  @Enumerated(EnumType.STRING)
  @Column(name = "gate_timing")
  private GateTiming gateTiming = GateTiming.GATE_FIRST;

  private boolean suspended;
  private boolean removed;

  @Column(name = "ai_disclosure")
  private boolean aiDisclosure = true;

  @Embedded private Settings settings = new Settings();

  @Column(name = "created_at")
  private long createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills it in
  protected MailboxRow() {}

  /**
   * A new mailbox.
   *
   * @param address in lower case, without a display name
   * @param approver who is asked, and who gets the copies of a monitored mailbox
   */
  public MailboxRow(
      long no,
      MailboxId id,
      String address,
      PrincipalRow approver,
      Mailbox mailbox,
      long createdAt) {
    this.no = no;
    this.id = id.toString();
    this.tenantId = approver.tenantId();
    this.approver = approver;
    this.address = address;
    this.createdAt = createdAt;
    become(mailbox);
  }

  public Mailbox mailbox() {
    var policy =
        new Policy(
            requiredApprovals,
            riskThreshold,
            riskChecks,
            approvalLifetime,
            scheduling,
            maxAttempts);
    return new Mailbox(mode, policy, suspended, removed);
  }

  public final void become(Mailbox next) {
    mode = next.mode();
    requiredApprovals = next.policy().requiredApprovals();
    riskThreshold = next.policy().riskThreshold();
    riskChecks = next.policy().riskChecks();
    approvalLifetime = next.policy().approvalLifetime();
    scheduling = next.policy().scheduling();
    maxAttempts = next.policy().maxAttempts();
    suspended = next.suspended();
    removed = next.removed();
  }

  /** What is not authority: how the mailbox presents itself. */
  public void present(
      @Nullable String newDisplayName, boolean newAiDisclosure, GateTiming newGateTiming) {
    displayName = newDisplayName;
    aiDisclosure = newAiDisclosure;
    gateTiming = newGateTiming;
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

  public String address() {
    return address;
  }

  public @Nullable String displayName() {
    return displayName;
  }

  /** Whoever is asked from now on. */
  public void approver(PrincipalRow person) {
    approver = person;
  }

  public PrincipalRow approver() {
    return approver;
  }

  public GateTiming gateTiming() {
    return gateTiming;
  }

  public boolean aiDisclosure() {
    return aiDisclosure;
  }

  /** What else an operator has set. */
  public Settings settings() {
    return settings;
  }

  public void set(Settings wanted) {
    settings = wanted;
  }

  public Letterhead letterhead() {
    return settings.letterhead();
  }

  public long createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
