package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.countersign.host.mail.ComposedMail;
import dev.countersign.host.mail.MailTransport;
import dev.countersign.host.mail.Maildir;
import dev.countersign.host.mail.Outcome;
import dev.countersign.host.mail.Rfc5322;
import dev.countersign.host.mail.SmtpTimeouts;
import dev.countersign.host.mail.SmtpTransport;
import dev.countersign.host.mail.SmtpUrl;
import dev.countersign.host.mail.TransportException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Composed, signed, sent over TCP to GreenMail, fetched there and verified. */
class SmtpRoundTripTest {
  private static final Optional<IdentityClaim> CLAIM = Optional.of(Claims.example());

  @TempDir Path data;

  private final GreenMail greenMail =
      new GreenMail(new ServerSetup[] {patient(ServerSetup.SMTP), patient(ServerSetup.SMTPS)});

  @BeforeEach
  void start() {
    greenMail.start();
  }

  @AfterEach
  void stop() {
    greenMail.stop();
  }

  @Test
  void what_arrives_over_smtp_verifies_at_every_recipient() throws Exception {
    SigningKeys keys = keys();
    ComposedMail mail = SignedMail.mail(SignedMail.draft(), CLAIM, keys);
    assertInstanceOf(Outcome.Accepted.class, send(mail, plain(), Optional.empty()));
    MimeMessage[] received = greenMail.getReceivedMessages();
    assertEquals(4, received.length);
    for (MimeMessage message : received) {
      assertInstanceOf(
          IdentityVerification.Verified.class,
          IdentityVerification.verify(Rfc5322.bytes(message), keys));
      assertEquals(mail.message().getMessageID(), message.getMessageID());
      assertEquals(null, message.getHeader("Bcc"));
    }
  }

  @Test
  void a_login_is_used_and_a_wrong_password_fails_the_opening() throws Exception {
    greenMail.setUser("agent@example.org", "agent", "s:cr+t é");
    greenMail.getUserManager().setAuthRequired(true);
    ComposedMail mail = SignedMail.mail(SignedMail.draft(), CLAIM, keys());
    String host = "127.0.0.1:" + greenMail.getSmtp().getPort();
    Outcome outcome = send(mail, "smtp://agent:s%3Acr+t%20%C3%A9@" + host, Optional.empty());
    assertInstanceOf(Outcome.Accepted.class, outcome);
    assertThrows(
        TransportException.class, () -> send(mail, "smtp://agent:no@" + host, Optional.empty()));
    assertEquals(4, greenMail.getReceivedMessages().length);
  }

  @Test
  void smtps_needs_a_certificate_that_is_trusted_and_of_that_host() throws Exception {
    ComposedMail mail = SignedMail.mail(SignedMail.draft(), CLAIM, keys());
    String url = "smtps://127.0.0.1:" + greenMail.getSmtps().getPort();
    assertThrows(TransportException.class, () -> send(mail, url, Optional.empty()));
    // Trusting GreenMail's certificate is not enough: it is for another host name.
    Optional<SSLContext> trusting = Optional.of(greenMailsOwnTrust());
    assertThrows(TransportException.class, () -> send(mail, url, trusting));
    assertEquals(0, greenMail.getReceivedMessages().length);
  }

  @Test
  void what_lies_in_the_maildir_verifies() throws Exception {
    SigningKeys keys = keys();
    ComposedMail mail = SignedMail.mail(SignedMail.draft(), CLAIM, keys);
    Path folder = data.resolve("outgoing");
    try (MailTransport.Session session = new Maildir(folder, Clock.systemUTC()).open()) {
      session.send(mail.message(), mail.envelope());
    }
    try (Stream<Path> files = Files.list(folder.resolve("new"))) {
      byte[] stored = Files.readAllBytes(files.findFirst().orElseThrow());
      assertInstanceOf(
          IdentityVerification.Verified.class, IdentityVerification.verify(stored, keys));
    }
  }

  // GreenMail's own two seconds are short on a busy machine.
  private static ServerSetup patient(ServerSetup setup) {
    ServerSetup patient = setup.dynamicPort();
    patient.setServerStartupTimeout(60_000);
    return patient;
  }

  private String plain() {
    return "smtp://127.0.0.1:" + greenMail.getSmtp().getPort();
  }

  private static Outcome send(ComposedMail mail, String url, Optional<SSLContext> trust)
      throws TransportException {
    MailTransport transport = new SmtpTransport(SmtpUrl.parse(url), SmtpTimeouts.DEFAULT, trust);
    try (MailTransport.Session session = transport.open()) {
      return session.send(mail.message(), mail.envelope());
    }
  }

  private SigningKeys keys() {
    return SignedMail.keys(data);
  }

  private static SSLContext greenMailsOwnTrust() throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (var in = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
      own.load(in, "changeit".toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    X509Certificate certificate = (X509Certificate) own.getCertificate("greenmail");
    trusted.setCertificateEntry("greenmail", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
