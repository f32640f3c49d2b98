package dev.countersign.host.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What is owed to one message: at most one piece of work at a time. */
@Entity
@Table(name = "outbox")
public class OutboxRow {
  @Id
  @Column(name = "message_id")
  private String messageId = "";

  @Enumerated(EnumType.STRING)
  private OwedWork work = OwedWork.SCAN;

  @Column(name = "due_at")
  private long dueAt;

  @Column(name = "lease_until")
  private long leaseUntil;

  @Column(name = "lease_owner")
  private @Nullable String leaseOwner;

  private int tries;

  protected OutboxRow() {}

  OutboxRow(String messageId, OwedWork work, long dueAt) {
    this.messageId = messageId;
    become(work, dueAt);
  }

  final void become(OwedWork newWork, long newDueAt) {
    work = newWork;
    dueAt = newDueAt;
    leaseUntil = 0;
    leaseOwner = null;
    tries = 0;
  }

  String messageId() {
    return messageId;
  }

  OwedWork work() {
    return work;
  }

  long dueAt() {
    return dueAt;
  }

  int tries() {
    return tries;
  }

  @Nullable String leaseOwner() {
    return leaseOwner;
  }
}
