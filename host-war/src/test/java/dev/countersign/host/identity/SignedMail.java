package dev.countersign.host.identity;

import dev.countersign.host.mail.Attachment;
import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.ComposedMail;
import dev.countersign.host.mail.Composer;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.MessageId;
import dev.countersign.host.mail.Rfc5322;
import dev.countersign.host.mail.Stamp;
import dev.countersign.host.mail.Threading;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Messages as the dispatcher makes them: composed, then signed. */
final class SignedMail {
  static final AgentIdentity AGENT =
      new AgentIdentity("agent_01HABC9ZDEF", "ten_01HDEFGHI", "gated_send");

  private SignedMail() {}

  /** Keys that sign since 1970, before any message of these tests. */
  static SigningKeys keys(Path data) {
    return SigningKeys.open(
        data, Optional.of("secret"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  static Draft draft() {
    return new Draft(
        EmailAddress.parse("\"The Agent\" <agent@example.org>"),
        List.of(
            EmailAddress.parse("Jürgen <person@example.net>"),
            EmailAddress.parse("second@example.net")),
        List.of(EmailAddress.parse("copy@example.net")),
        List.of(EmailAddress.parse("hidden@example.net")),
        "Your quarterly report, with Grüße and a subject that is long enough to be folded",
        new Body.Markdown("# Report\n\nAll **good**; see the file. 世界\n"),
        List.of(
            new Attachment("Bericht für Q1.pdf", "application/pdf", new byte[] {1, 2, 3, 4}),
            new Attachment("a.csv", "text/csv", "a,b\r\n1,2\n".getBytes(StandardCharsets.UTF_8))),
        new Threading(
            Optional.of(new MessageId("<q@example.net>")),
            List.of(new MessageId("<p@example.net>"), new MessageId("<q@example.net>"))));
  }

  static ComposedMail mail(Draft draft, Optional<IdentityClaim> claim, SigningKeys keys)
      throws MessagingException {
    MessageId id = MessageId.of("01J00000000000000000000000", draft.from());
    Instant date = Instant.ofEpochSecond(1_773_750_600);
    ComposedMail mail =
        Composer.compose(draft, new Stamp(id, date, claim.isPresent(), Optional.empty()));
    IdentityHeaders.sign(mail.message(), AGENT, claim, keys);
    return mail;
  }

  static byte[] bytes(Draft draft, Optional<IdentityClaim> claim, SigningKeys keys)
      throws MessagingException {
    return Rfc5322.bytes(mail(draft, claim, keys).message());
  }
}
