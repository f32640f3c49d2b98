package dev.countersign.host.intake;

import dev.countersign.host.desk.InboundDesk;
import dev.countersign.host.desk.ReportDesk;
import dev.countersign.host.desk.Speaker;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.inbound.Provenance;
import dev.countersign.host.inbound.Received;
import dev.countersign.host.inbound.authentication.Authentication;
import dev.countersign.host.inbound.authentication.Authentication.Dmarc;
import dev.countersign.host.inbound.authentication.Result;
import dev.countersign.host.inbound.reports.MailReport;
import dev.countersign.host.inbound.reports.ReportReader;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.platform.EventLog;
import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.SpamVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes a message that came to the server's own mail server, or to a provider's. What is said to
 * the other side is said after the commit: it may forget the message then.
 */
@ApplicationScoped
public class Intake {
  private static final EventLog LOG = EventLog.of(Intake.class);

  @Inject Destinations destinations;
  @Inject InboundDesk inbound;
  @Inject ReportDesk reports;
  @Inject Examination examination;
  @Inject SpamFilter filter;
  @Inject IntakeSettings settings;
  @Inject InstantSource time;

  /** {@return how the message was received for this one of its recipients} */
  public Reception take(Destination destination, byte[] message, Transit transit) {
    try {
      return switch (destination) {
        case Destination.OfMailbox(String tenant, EmailAddress address) ->
            delivered(tenant, address, message, transit);
        case Destination.OfReports about -> reported(about, message, transit);
      };
    } catch (SpamFilter.Unavailable e) {
      LOG.event("a message is put off until the spam filter has an opinion").with(e).warning();
      return Reception.LATER;
    } catch (RuntimeException e) {
      LOG.event("a message could not be taken; its sender is told to try again").with(e).warning();
      return Reception.LATER;
    }
  }

  /**
   * What a provider says of a message that went out by it.
   *
   * @return false where it comes too early, and has to come again
   */
  public boolean report(EmailId message, MailReport report) {
    return destinations
        .owner(message)
        .map(tenant -> reports.reported(server(tenant), message, report))
        .orElse(true);
  }

  private Reception delivered(String tenant, EmailAddress to, byte[] message, Transit transit)
      throws SpamFilter.Unavailable {
    var received = new Received(to, message, provenance(message, transit, to));
    Reception reception = reception(inbound.receive(server(tenant), received));
    if (reception.taken()) {
      // Complaints go to an address that people read, and name the message within.
      ReportReader.read(message)
          .filter(MailReport.Complaint.class::isInstance)
          .ifPresent(complaint -> reports.complained(server(tenant), complaint));
    }
    return reception;
  }

  /** What is no report was written by somebody: an answer that went to the envelope's sender. */
  private Reception reported(Destination.OfReports about, byte[] message, Transit transit)
      throws SpamFilter.Unavailable {
    Optional<MailReport> report = ReportReader.read(message);
    if (report.isEmpty()) {
      return delivered(about.tenantId(), about.mailbox(), message, transit);
    }
    return reports.reported(server(about.tenantId()), about.message(), report.get())
        ? Reception.TAKEN
        : Reception.LATER;
  }

  private Provenance provenance(byte[] message, Transit transit, EmailAddress to)
      throws SpamFilter.Unavailable {
    Authentication found = examination.of(message, transit, time.millis());
    Opinion opinion = filter.ask(message, transit, to.address());
    SpamVerdict author = settings.dmarcApplies() ? byAuthor(found.dmarc()) : SpamVerdict.CLEAN;
    return new Provenance(
        transit.way(),
        transit.peer(),
        transit.helo(),
        Optional.of(transit.sender()),
        found,
        author.compareTo(opinion.verdict()) > 0 ? author : opinion.verdict(),
        opinion.score());
  }

  /** A policy on trial is applied one step below what it asks for (RFC 9989, section 4.7). */
  private static SpamVerdict byAuthor(@org.jspecify.annotations.Nullable Dmarc dmarc) {
    if (dmarc == null) {
      return SpamVerdict.CLEAN;
    }
    if (dmarc.result() == Result.PERMERROR) {
      return SpamVerdict.FLAGGED;
    }
    if (dmarc.result() != Result.FAIL || dmarc.policy() == null) {
      return SpamVerdict.CLEAN;
    }
    return switch (dmarc.policy()) {
      case "reject" -> dmarc.testing() ? SpamVerdict.FLAGGED : SpamVerdict.QUARANTINED;
      case "quarantine" -> dmarc.testing() ? SpamVerdict.CLEAN : SpamVerdict.FLAGGED;
      default -> SpamVerdict.CLEAN;
    };
  }

  private static Reception reception(Decision<MessageRow> decision) {
    return switch (decision) {
      case Decision.Allowed<MessageRow> allowed -> Reception.TAKEN;
      case Decision.Refused<MessageRow>(Refusal why) ->
          switch (why) {
            // The other side did not hear the answer, and repeats itself.
            case ALREADY_EXISTS -> Reception.TAKEN;
            case NOT_FOUND, REMOVED -> Reception.NOBODY;
            default -> Reception.REFUSED;
          };
    };
  }

  private static Speaker server(String tenant) {
    return new Speaker.Part(tenant, Role.MAIL_SERVER, "in_" + EmailId.mint().ulid());
  }
}
