package dev.countersign.conformance.identity;

import dev.countersign.host.identity.AgentIdentity;
import dev.countersign.host.identity.IdentityClaim;
import dev.countersign.host.identity.IdentityHeaders;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.SigningKeys;
import dev.countersign.host.mail.ComposedMail;
import dev.countersign.host.mail.Composer;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.MessageId;
import dev.countersign.host.mail.Rfc5322;
import dev.countersign.host.mail.Stamp;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * An installation's sending half, without a server: it composes and signs as the dispatcher does.
 */
final class Sender {
  static final AgentIdentity AGENT =
      new AgentIdentity("agent_01HABC9ZDEF", "ten_01HDEFGHI", "gated_send");
  static final String OTHER_TENANT = "ten_01HOTHER";

  private final Path data;
  private final SigningKeys keys;

  private Sender(Path data) {
    this.data = data;
    keys = SigningKeys.open(data, Optional.of("secret"), Clock.systemUTC());
    keys.current(new KeyOwner.Tenant(AGENT.tenantId()));
    keys.current(new KeyOwner.Tenant(OTHER_TENANT));
  }

  static Sender inNewFolder() {
    try {
      return new Sender(Files.createTempDirectory("sender"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SigningKeys keys() {
    return keys;
  }

  Path publishedKeys() {
    return data.resolve("public-keys");
  }

  static IdentityClaim claim(Instant iat) {
    return new IdentityClaim(
        true,
        List.of("send", "reply", "read"),
        Instant.parse("2026-03-15T09:30:00Z"),
        iat,
        "acme-corp é \"世\uD83D\uDE00\"",
        AGENT.oversightMode(),
        "sha256:" + "a1b2c3d4".repeat(8),
        IdentityClaim.SERVICE,
        true);
  }

  /** {@return the message and its envelope, as they would be handed to a mail server now} */
  ComposedMail mail(Draft draft, boolean disclosed) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try {
      var id = MessageId.of("01J00000000000000000000000", draft.from());
      var mail = Composer.compose(draft, new Stamp(id, now, disclosed, Optional.empty()));
      var claim = disclosed ? Optional.of(claim(now)) : Optional.<IdentityClaim>empty();
      IdentityHeaders.sign(mail.message(), AGENT, claim, keys);
      return mail;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  Wire wire(Draft draft, boolean disclosed) {
    try {
      return Wire.of(Rfc5322.bytes(mail(draft, disclosed).message()));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
