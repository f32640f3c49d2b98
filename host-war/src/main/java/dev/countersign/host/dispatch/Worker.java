package dev.countersign.host.dispatch;

import dev.countersign.host.desk.MessageDesk;
import dev.countersign.host.desk.Speaker;
import dev.countersign.host.desk.Views;
import dev.countersign.host.firststart.DataFolder;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.outbox.Lease;
import dev.countersign.host.outbox.Outbox;
import dev.countersign.host.outbox.OwedWork;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Oversight;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Does one piece of owed work under a lease. Whether it may be done is the kernel's to say. */
@ApplicationScoped
public class Worker {
  @Inject Transactions transactions;
  @Inject Outbox outbox;
  @Inject Messages messages;
  @Inject Tenants tenants;
  @Inject MessageDesk desk;
  @Inject Views views;
  @Inject Scanner scanner;
  @Inject Dispatcher dispatcher;
  @Inject Limits limits;
  @Inject DataFolder data;
  @Inject InstantSource time;

  /** Does what the message is owed, if that is of these kinds and nobody else is at it. */
  public void work(EmailId message, Set<OwedWork> kinds) {
    lease(message, kinds).ifPresent(this::work);
  }

  private void work(Lease lease) {
    var row = transactions.run(() -> messages.find(lease.message())).orElseThrow();
    switch (lease.work()) {
      case SCAN -> scan(row, lease);
      case CLOCK -> tell(row, lease);
      case DISPATCH -> dispatcher.handOver(row, lease);
    }
    transactions.run(
        () -> {
          outbox.giveBack(lease, data.nodeName(), time.millis() + pause(lease.tries()));
          return true;
        });
  }

  private Optional<Lease> lease(EmailId message, Set<OwedWork> kinds) {
    long now = time.millis();
    long until = now + limits.value(Limit.OUTBOX_LEASE_MS);
    return transactions.run(() -> outbox.lease(message, kinds, data.nodeName(), now, until));
  }

  private void scan(MessageRow row, Lease lease) {
    var scan = scanner.judge(row);
    var result = new MessageCall.ScanResult(row.message().digest(), scan.risk());
    desk.call(part(row, Role.SCANNER), lease.message(), result, scan.note(), scan.keep());
  }

  /** The time that the kernel named has come; it says itself what the clock is to say then. */
  private void tell(MessageRow row, Lease lease) {
    if (transactions.run(() -> owed(row.tenantId(), lease.message())) instanceof Work.At at) {
      desk.call(part(row, Role.CLOCK), lease.message(), at.call(), null);
    }
  }

  /** What the kernel says now. If that is no time to wait for, the outbox had better know. */
  private Work owed(String tenantId, EmailId message) {
    tenants.share(tenantId);
    var row = messages.find(message).orElseThrow();
    var view = views.of(row.mailbox());
    var work = Oversight.work(view, row.message());
    if (!(work instanceof Work.At)) {
      outbox.note(view, row);
      messages.hold(row);
    }
    return work;
  }

  /** Twice as long after every try, up to the longest. */
  private long pause(int tries) {
    long longest = limits.value(Limit.RETRY_LONGEST_MS);
    long first = limits.value(Limit.RETRY_FIRST_MS);
    return tries > 30 ? longest : Math.min(longest, first << tries);
  }

  static Speaker part(MessageRow row, Role role) {
    return new Speaker.Part(row.tenantId(), role, "job_" + row.id());
  }
}
