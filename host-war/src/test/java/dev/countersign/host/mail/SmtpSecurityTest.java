package dev.countersign.host.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** STARTTLS against a peer with its own certificate, and what the URL may say. */
class SmtpSecurityTest {
  private static final SmtpTimeouts PATIENT =
      new SmtpTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));
  private static final String OFFER = "250-peer\r\n250 STARTTLS";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"required", "opportunistic"})
  void starttls_is_used_when_it_is_offered(String kind) throws Exception {
    TestAuthority authority = new TestAuthority("localhost");
    try (ScriptedPeer peer = peer(OFFER, authority);
        MailTransport.Session session = trusting(authority, url(peer, kind)).open()) {
      Outcome outcome = send(session);
      assertInstanceOf(Outcome.Accepted.class, outcome);
      assertEquals("STARTTLS", peer.lines().get(1));
    }
  }

  @Test
  void smtps_speaks_tls_from_the_first_byte() throws Exception {
    TestAuthority authority = new TestAuthority("localhost");
    Map<String, String> script = Map.of(ScriptedPeer.IMPLICIT_TLS, "yes");
    try (ScriptedPeer peer = new ScriptedPeer(script, Optional.of(authority.serverContext()));
        MailTransport.Session session =
            trusting(authority, "smtps://localhost:" + peer.port()).open()) {
      assertInstanceOf(Outcome.Accepted.class, send(session));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"elsewhere.example", "localhost"})
  void smtps_with_a_certificate_that_does_not_fit_fails_the_opening(String host) {
    TestAuthority authority = new TestAuthority(host);
    Map<String, String> script = Map.of(ScriptedPeer.IMPLICIT_TLS, "yes");
    try (ScriptedPeer peer = new ScriptedPeer(script, Optional.of(authority.serverContext()))) {
      String url = "smtps://localhost:" + peer.port();
      SmtpTransport transport = host.equals("localhost") ? plain(url) : trusting(authority, url);
      assertThrows(TransportException.class, transport::open);
    }
  }

  @Test
  void required_starttls_that_is_not_offered_fails_the_opening() {
    try (ScriptedPeer peer = new ScriptedPeer(Map.of("EHLO", "250 peer"))) {
      assertThrows(TransportException.class, () -> plain(url(peer, "required")).open());
      assertFalse(peer.received("MAIL"));
    }
  }

  @Test
  void opportunistic_starttls_that_is_not_offered_sends_in_the_clear() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(Map.of());
        MailTransport.Session session = plain(url(peer, "opportunistic")).open()) {
      assertInstanceOf(Outcome.Accepted.class, send(session));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"required", "opportunistic"})
  void a_certificate_of_an_unknown_authority_fails_the_opening(String kind) {
    try (ScriptedPeer peer = peer(OFFER, new TestAuthority("localhost"))) {
      assertThrows(TransportException.class, () -> plain(url(peer, kind)).open());
      assertFalse(peer.received("MAIL"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"required", "opportunistic"})
  void a_certificate_for_another_host_fails_the_opening(String kind) {
    TestAuthority authority = new TestAuthority("elsewhere.example");
    try (ScriptedPeer peer = peer(OFFER, authority)) {
      assertThrows(TransportException.class, () -> trusting(authority, url(peer, kind)).open());
      assertFalse(peer.received("MAIL"));
    }
  }

  @Test
  void a_password_is_not_sent_to_a_server_that_asks_for_none() {
    try (ScriptedPeer peer = new ScriptedPeer(Map.of())) {
      String url = "smtp://me:secret@127.0.0.1:" + peer.port();
      assertThrows(TransportException.class, () -> plain(url).open());
      assertFalse(peer.lines().toString().contains("AUTH"));
    }
  }

  @Test
  void no_text_form_or_failure_shows_the_password() {
    String url = "smtp://me:s3cr%40t@localhost:1";
    SmtpTransport transport = plain(url);
    TransportException failure = assertThrows(TransportException.class, transport::open);
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    String shown = trace + transport.toString() + transport.describe() + SmtpUrl.parse(url);
    assertFalse(shown.contains("s3cr"), "the password is shown");
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://relay.example, relay.example, 25, NONE",
    "smtp://relay.example:2525/, relay.example, 2525, NONE",
    "smtp://r.example:587?starttls=required, r.example, 587, STARTTLS_REQUIRED",
    "SMTP://r.example?starttls=opportunistic, r.example, 25, STARTTLS_OPPORTUNISTIC",
    "smtps://r.example, r.example, 465, IMPLICIT_TLS",
    "smtp://[::1]:25, ::1, 25, NONE"
  })
  void a_url_names_host_port_and_security(String url, String host, int port, String security) {
    SmtpUrl parsed = SmtpUrl.parse(url);
    assertEquals(
        new SmtpUrl(host, port, SmtpUrl.Security.valueOf(security), Optional.empty()), parsed);
  }

  @Test
  void user_and_password_are_percent_decoded() {
    SmtpUrl url = SmtpUrl.parse("smtps://me%40x.example:p%3Aa%2Fs+s%C3%A9@r.example");
    assertEquals(
        new SmtpUrl.Credentials("me@x.example", "p:a/s+sé"), url.credentials().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://r.example",
        "r.example",
        "smtp://",
        "smtp://r.example/path",
        "smtp://r.example?starttls=maybe",
        "smtp://r.example?tls=insecure-trust-all",
        "smtps://r.example?starttls=required",
        "smtp://me:secret@r.example",
        "smtp://me:secret@r.example?starttls=opportunistic",
        "smtp://secret@r.example?starttls=required",
        "smtp://me:sec ret@r.example"
      })
  void any_other_url_is_refused_without_repeating_it(String url) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> SmtpUrl.parse(url));
    String words = String.valueOf(refusal.getMessage());
    assertTrue(words.startsWith("COUNTERSIGN_SMTP_URL "), words);
    assertFalse(words.contains("secret"), words);
    assertEquals(null, refusal.getCause());
  }

  private Outcome send(MailTransport.Session session) {
    ComposedMail mail = SmtpOutcomeTest.mail();
    return session.send(mail.message(), mail.envelope());
  }

  private static ScriptedPeer peer(String greeting, TestAuthority authority) {
    return new ScriptedPeer(Map.of("EHLO", greeting), Optional.of(authority.serverContext()));
  }

  private static String url(ScriptedPeer peer, String starttls) {
    return "smtp://localhost:" + peer.port() + "?starttls=" + starttls;
  }

  private static SmtpTransport plain(String url) {
    return new SmtpTransport(SmtpUrl.parse(url), PATIENT, Optional.empty());
  }

  private SmtpTransport trusting(TestAuthority authority, String url) {
    Path pem = authority.writePem(folder.resolve("authority.pem"));
    return new SmtpTransport(SmtpUrl.parse(url), PATIENT, Optional.of(TrustedCertificates.in(pem)));
  }
}
