package dev.countersign.host.dispatch;

import dev.countersign.host.dkim.DomainSigning;
import dev.countersign.host.ids.EmailId;
import dev.countersign.host.mail.BounceAddresses;
import dev.countersign.host.mail.ComposedMail;
import dev.countersign.host.mail.Composer;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.MessageId;
import dev.countersign.host.mail.Rfc5322;
import dev.countersign.host.mail.Stamp;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.messages.TransmissionRow;
import dev.countersign.host.suppression.UnsubscribeLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds what leaves, signed, from the row as it stands in the dispatching transaction. */
@ApplicationScoped
public class Outgoing {
  @Inject Messages messages;
  @Inject Identities identities;
  @Inject UnsubscribeLinks unsubscribing;
  @Inject DomainSigning domainSigning;
  @Inject BounceAddresses bounces;

  @Inject
  @ConfigProperty(name = "countersign.inbound.postmark-password")
  Optional<String> provider;

  @Inject InstantSource time;

  // law: disclosure_is_complete
  public ComposedMail compose(MessageRow row) {
    var now = Instant.ofEpochMilli(time.millis());
    var stamp =
        new Stamp(
            new MessageId(row.internetMessageId()),
            now,
            row.mailbox().aiDisclosure(),
            overseerCopy(row));
    var draft = messages.draft(row);
    var mail = Composer.compose(draft, stamp);
    unsubscribing.add(mail.message(), row, draft, now.toEpochMilli());
    named(mail.message(), row);
    identities.sign(mail.message(), row, now);
    // Last, since it covers the identity headers.
    domainSigning.sign(mail.message(), row.tenantId(), draft.from().domain(), now);
    var envelope = bounces.returning(mail.envelope(), EmailId.parse(row.id()).orElseThrow());
    return new ComposedMail(mail.message(), envelope);
  }

  /** A provider takes it off again, and names the message in what it reports. */
  private void named(MimeMessage message, MessageRow row) {
    if (provider.isEmpty()) {
      return;
    }
    try {
      message.setHeader("X-PM-Metadata-countersign_message", row.id());
    } catch (MessagingException e) {
      throw new IllegalStateException("a composed message always takes a field", e);
    }
  }

  public TransmissionRow transmission(MessageRow row, ComposedMail mail) {
    var recipients =
        mail.envelope().recipients().stream()
            .map(EmailAddress::address)
            .collect(Collectors.joining("\n"));
    return new TransmissionRow(row.id(), bytes(mail), recipients, time.millis())
        .returningTo(mail.envelope().sender().address());
  }

  private static byte[] bytes(ComposedMail mail) {
    try {
      return Rfc5322.bytes(mail.message());
    } catch (MessagingException e) {
      throw new IllegalStateException("a composed message always has bytes", e);
    }
  }

  /** The kernel says whether there is a copy; the mailbox says who its overseer is. */
  private static Optional<EmailAddress> overseerCopy(MessageRow row) {
    if (!row.message().copied()) {
      return Optional.empty();
    }
    var address = row.mailbox().approver().address();
    if (address == null) {
      throw new IllegalStateException("an overseer without an address");
    }
    return Optional.of(EmailAddress.parse(address));
  }
}
