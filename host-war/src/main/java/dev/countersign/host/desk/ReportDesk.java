package dev.countersign.host.desk;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.ids.MailboxId;
import dev.countersign.host.inbound.reports.BounceType;
import dev.countersign.host.inbound.reports.MailReport;
import dev.countersign.host.ledger.Action;
import dev.countersign.host.ledger.Ledger;
import dev.countersign.host.ledger.LedgerEntry;
import dev.countersign.host.mail.BounceAddresses;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.InvalidMailException;
import dev.countersign.host.messages.DeliveryReportRow.Fact;
import dev.countersign.host.messages.DeliveryReportRow.Kind;
import dev.countersign.host.messages.DeliveryReports;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.storage.Transactions;
import dev.countersign.host.suppression.Reason;
import dev.countersign.host.suppression.Suppressions;
import dev.countersign.host.tenants.Tenants;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.MessageCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where reports about mail that went out come in. That a report is about this message was proved by
 * the address that it came to, or that it names; of the message only its own recipients count.
 */
@ApplicationScoped
public class ReportDesk {
  @Inject Transactions transactions;
  @Inject MessageDesk desk;
  @Inject Messages messages;
  @Inject DeliveryReports reports;
  @Inject Suppressions suppressions;
  @Inject BounceAddresses bounces;
  @Inject Tenants tenants;
  @Inject Ledger ledger;
  @Inject InstantSource time;

  /** {@return false where it comes before the mail server's own answer, and has to come again} */
  public boolean reported(Speaker server, EmailId about, MailReport report) {
    return transactions.run(
        () -> {
          tenants.share(server.tenantId());
          return messages
              .find(server.tenantId(), about)
              .map(row -> reported(server, row, report))
              .orElse(true);
        });
  }

  /** A complaint that came to people; it counts if it proves which message it is about. */
  public void complained(Speaker server, MailReport complaint) {
    if (complaint instanceof MailReport.Complaint(var returnPaths, var recipients)) {
      returnPaths.stream()
          .flatMap(path -> message(path).stream())
          .findFirst()
          .ifPresent(id -> reported(server, id, complaint));
    }
  }

  private Optional<EmailId> message(String returnPath) {
    try {
      return bounces.message(EmailAddress.of(returnPath, Optional.empty()));
    } catch (InvalidMailException e) {
      return Optional.empty();
    }
  }

  private boolean reported(Speaker server, MessageRow row, MailReport report) {
    var recipients = Recipients.of(messages.draft(row));
    List<Fact> facts =
        switch (report) {
          case MailReport.DeliveryStatus(var each) ->
              each.stream().flatMap(one -> fact(recipients, one).stream()).toList();
          case MailReport.Complaint(var paths, var named) ->
              recipients.complaining(named).stream()
                  .map(one -> new Fact(one, Kind.COMPLAINED, null, null, null))
                  .toList();
        };
    var news = facts.stream().filter(fact -> !known(row, fact)).toList();
    return news.isEmpty() || taken(server, row, recipients, news);
  }

  private boolean known(MessageRow row, Fact fact) {
    return reports.recipients(row, fact.kind()).contains(fact.recipient());
  }

  private static Optional<Fact> fact(Recipients own, MailReport.OfRecipient one) {
    Optional<String> whose = own.meant(one.address(), one.original());
    return switch (one.fate()) {
      case UNDER_WAY -> Optional.empty();
      case DELIVERED -> whose.map(each -> new Fact(each, Kind.DELIVERED, null, one.status(), null));
      case FAILED ->
          whose.map(
              each ->
                  new Fact(
                      each,
                      Kind.BOUNCED,
                      BounceType.of(one.status()).wire(),
                      one.status(),
                      one.diagnostic().orElse(null)));
    };
  }

  private boolean taken(Speaker server, MessageRow row, Recipients own, List<Fact> news) {
    for (Kind kind : Kind.values()) {
      var ofKind = news.stream().filter(fact -> fact.kind() == kind).toList();
      if (!ofKind.isEmpty() && !taken(server, row, own, kind, ofKind)) {
        return false;
      }
    }
    return true;
  }

  /** Without the mail server's own answer nobody knows that the message left: that comes first. */
  private boolean taken(
      Speaker server, MessageRow row, Recipients own, Kind kind, List<Fact> news) {
    boolean last = kind == Kind.BOUNCED && own.allOf(failed(row, news));
    if (kind == Kind.DELIVERED || last || row.handedOverAt() == null) {
      var asked = new MessageCall.Report(!last);
      var id = EmailId.parse(row.id()).orElseThrow();
      var answer = desk.call(server, id, asked, note(news));
      if (answer instanceof Decision.Refused<MessageRow> && row.sentAt() == null) {
        return false;
      }
    }
    if (kind != Kind.DELIVERED && !last) {
      recorded(server, row, kind, news);
    }
    news.forEach(fact -> keep(row, fact));
    return true;
  }

  private Set<String> failed(MessageRow row, List<Fact> news) {
    Set<String> failed = reports.recipients(row, Kind.BOUNCED);
    news.forEach(fact -> failed.add(fact.recipient()));
    return failed;
  }

  /** What leaves the message as the kernel has it is on record all the same. */
  private void recorded(Speaker server, MessageRow row, Kind kind, List<Fact> news) {
    messages.hold(row);
    ledger.append(
        LedgerEntry.of(
                time.millis(),
                server.actor(),
                kind == Kind.COMPLAINED ? Action.COMPLAIN : Action.BOUNCE)
            .on(row.id())
            .under(LedgerEntry.InForce.of(row.mailbox()))
            .about(row.message())
            .noting(note(news)));
  }

  private void keep(MessageRow row, Fact fact) {
    long now = time.millis();
    if (!reports.add(row, fact, now)) {
      return;
    }
    switch (fact.kind()) {
      case DELIVERED -> row.reported().delivered(now);
      case BOUNCED -> {
        row.bounced(fact, now);
        if (BounceType.HARD.wire().equals(fact.bounceType())) {
          suppress(row, fact, Reason.HARD_BOUNCE, now);
        }
      }
      case COMPLAINED -> {
        row.reported().complained(now);
        suppress(row, fact, Reason.COMPLAINT, now);
      }
    }
  }

  private void suppress(MessageRow row, Fact fact, Reason reason, long now) {
    var mailbox = MailboxId.parse(row.mailbox().id());
    suppressions.add(row.tenantId(), fact.recipient(), reason, mailbox, now);
  }

  private static String note(List<Fact> news) {
    var text = new StringBuilder();
    for (Fact fact : news) {
      text.append(text.isEmpty() ? "" : "; ").append(fact.recipient());
      if (fact.code() != null) {
        text.append(' ').append(fact.code());
      }
      if (fact.diagnostic() != null) {
        text.append(' ').append(fact.diagnostic());
      }
    }
    return text.length() <= 2000 ? text.toString() : text.substring(0, 1999);
  }
}
