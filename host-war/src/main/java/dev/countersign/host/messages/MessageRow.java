package dev.countersign.host.messages;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ids.ThreadId;
import dev.countersign.host.mail.Attachment;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.kernel.Approval;
import dev.countersign.kernel.Digest;
import dev.countersign.kernel.Direction;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Message;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Principal;
import dev.countersign.kernel.Risk;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Status;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as stored: the kernel's state of it in columns, beside its content. */
@Entity
@Table(name = "messages")
public class MessageRow {
  @Id private String id = "";

  @Column(name = "tenant_id")
  private String tenantId = "";

  @ManyToOne(optional = false)
  @JoinColumn(name = "mailbox_no")
  private MailboxRow mailbox;

  @Enumerated(EnumType.STRING)
  private Direction direction = Direction.OUTBOUND;

  @Column(name = "composer_no")
  private long composerNo;

  @Enumerated(EnumType.STRING)
  @Column(name = "composer_role")
  private Role composerRole = Role.AGENT;

  private String digest = "";

  @Column(name = "send_at")
  private long sendAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "gate_timing")
  private GateTiming gateTiming = GateTiming.GATE_FIRST;

  @Embedded private RiskColumns risk = new RiskColumns();

  @Enumerated(EnumType.STRING)
  @Column(name = "mode_at_submission")
  private Mode modeAtSubmission = Mode.GATED_SEND;

  @Column(name = "required_at_submission")
  private int requiredAtSubmission;

  private long deadline;
  private int attempts;
  private boolean copied;
  private boolean released;

  @Enumerated(EnumType.STRING)
  private Status status = Status.PENDING_SCAN;

  @Version private long version;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "approvals", joinColumns = @JoinColumn(name = "message_id"))
  private List<ApprovalRow> approvals = new ArrayList<>();

  @Embedded private Content content = new Content();

  @Column(name = "thread_id")
  private String threadId = "";

  @Column(name = "internet_message_id")
  private String internetMessageId = "";

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "changed_at")
  private long changedAt;

  @Column(name = "sent_at")
  private @Nullable Long sentAt;

  @Column(name = "server_reply")
  private @Nullable String serverReply;

  @Column(name = "user_label")
  private @Nullable String userLabel;

  @Column(name = "erased_at")
  private @Nullable Long erasedAt;

  @Column(name = "rejection_note")
  private @Nullable String rejectionNote;

  // Null where every column is: so JPA reads it.
  @Embedded private @Nullable Reported reported;

  @SuppressWarnings("NullAway.Init") // JPA fills it in
  protected MessageRow() {}

  public MessageRow(EmailId id, MailboxRow mailbox, Message message, Draft draft, long createdAt) {
    this.id = id.toString();
    this.tenantId = mailbox.tenantId();
    this.mailbox = mailbox;
    this.content = new Content(draft);
    this.threadId = ThreadId.mint().toString();
    this.internetMessageId =
        dev.countersign.host.mail.MessageId.of(id.ulid(), draft.from()).value();
    this.createdAt = createdAt;
    this.direction = message.direction();
    this.composerNo = message.composer().id();
    this.composerRole = message.composer().role();
    this.modeAtSubmission = message.modeAtSubmission();
    this.requiredAtSubmission = message.requiredAtSubmission();
    this.gateTiming = message.gateTiming();
    become(message, "", createdAt);
  }

  /** What the kernel knows of this message. */
  public Message message() {
    return new Message(
        direction,
        composer(),
        Digest.ofBytes(HexFormat.of().parseHex(digest)),
        approvals.stream().map(ApprovalRow::approval).toList(),
        sendAt,
        gateTiming,
        risk.risk(),
        modeAtSubmission,
        requiredAtSubmission,
        deadline,
        attempts,
        copied,
        released,
        status);
  }

  /** Takes over what the kernel decided; {@code note} goes beside an approval that is new. */
  public final void become(Message next, String note, long now) {
    digest = next.digest().hex();
    sendAt = next.sendAt();
    risk = new RiskColumns(next.risk());
    deadline = next.deadline();
    attempts = next.attempts();
    copied = next.copied();
    released = next.released();
    status = next.status();
    changedAt = now;
    approvals.removeIf(row -> !next.approvals().contains(row.approval()));
    var kept = approvals.stream().map(ApprovalRow::approval).toList();
    for (Approval approval : next.approvals()) {
      if (!kept.contains(approval)) {
        approvals.add(new ApprovalRow(approval, note, now));
      }
    }
  }

  /** What the mail server said at the end of a dispatch. */
  public void answered(String reply, long now) {
    serverReply = reply;
    sentAt = now;
  }

  /** Nothing stays but what was decided; the sentence stands where the content was. */
  void erase(String sentence, long now) {
    content.erase(sentence);
    internetMessageId = "<" + id + "@erased.invalid>";
    serverReply = null;
    rejectionNote = null;
    erasedAt = now;
  }

  /** What the person noted who rejected it, for whoever wrote it. */
  public void rejected(@Nullable String note) {
    rejectionNote = note;
  }

  public @Nullable String rejectionNote() {
    return rejectionNote;
  }

  /** When its content was erased; null while it is there. */
  public @Nullable Long erasedAt() {
    return erasedAt;
  }

  /** Mail from outside brings its own Message-ID. */
  public void named(dev.countersign.host.mail.MessageId outside) {
    internetMessageId = outside.value();
  }

  /** What somebody here says of it: {@code spam} or {@code not_spam}. */
  public void labelled(String label) {
    userLabel = label;
  }

  public @Nullable String userLabel() {
    return userLabel;
  }

  /** Other content of the same message; its attachments stay. */
  public void rewrite(Draft draft) {
    content = new Content(draft);
  }

  /** It belongs to a conversation; until it is told, every message begins one. */
  public void inThread(ThreadId thread) {
    threadId = thread.toString();
  }

  public Draft draft(List<Attachment> attachments) {
    return content.draft(attachments);
  }

  public Principal composer() {
    return new Principal(composerRole, composerNo);
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  public MailboxRow mailbox() {
    return mailbox;
  }

  public String threadId() {
    return threadId;
  }

  /** The Message-ID header, with its angle brackets. */
  public String internetMessageId() {
    return internetMessageId;
  }

  public List<ApprovalRow> approvals() {
    return List.copyOf(approvals);
  }

  public Risk risk() {
    return risk.risk();
  }

  public long createdAt() {
    return createdAt;
  }

  public @Nullable Long sentAt() {
    return sentAt;
  }

  /** When a mail server took it over; null before that. */
  public @Nullable Long handedOverAt() {
    return status == Status.SENT ? sentAt : null;
  }

  /** A recipient did not get it; what his server said stands beside. */
  public void bounced(DeliveryReportRow.Fact fact, long now) {
    reported().bounced(String.valueOf(fact.bounceType()), now);
    String words = fact.diagnostic() == null ? "" : fact.diagnostic();
    boolean coded = words.matches("[245]\\d\\d.*");
    serverReply = coded || fact.code() == null ? words : fact.code() + " " + words;
  }

  /** What reports have said of it since it left. */
  public Reported reported() {
    if (reported == null) {
      reported = new Reported();
    }
    return reported;
  }

  public @Nullable String serverReply() {
    return serverReply;
  }
}
