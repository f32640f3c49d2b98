package dev.countersign.host.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail server does, and what the dispatcher is told. */
class SmtpOutcomeTest {
  private static final SmtpTimeouts PATIENT = timeouts(60);
  private static final SmtpTimeouts IMPATIENT = timeouts(4);

  // The rows follow the order of the SMTP conversation.
  @ParameterizedTest
  @CsvSource({
    "MAIL, 451 4.3.0 busy, Deferred",
    "MAIL, 550 5.7.1 not you, Failed",
    "MAIL, DROP, Deferred",
    "RCPT TO:<person, 450 4.2.1 greylisted, Deferred",
    "RCPT TO:<person, 550 5.1.1 no such user, Failed",
    "RCPT TO:<person, 554 5.7.1 no, Failed",
    "RCPT TO:<person, 421 4.3.2 closing, Deferred",
    "RCPT TO:<person, DROP, Deferred",
    "DATA, 451 4.3.0 later, Deferred",
    "DATA, 554 5.5.1 no, Failed",
    "DATA, DROP, Deferred",
    "BODY, DROP, Unknown",
    "., 450 4.3.1 no room, Deferred",
    "., 554 5.6.0 content refused, Failed",
    "., DROP, Unknown",
    "., 999 what, Unknown",
    "., 250 2.0.0 queued as 42, Accepted",
    "QUIT, DROP, Accepted"
  })
  void each_answer_has_its_outcome(String at, String reply, String expected) throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(Map.of(at, reply))) {
      Outcome outcome = send(peer, envelopeTo("person@example.net"));
      assertEquals(expected, outcome.getClass().getSimpleName());
      if (Character.isDigit(reply.charAt(0)) && !expected.equals("Unknown")) {
        assertTrue(outcome.toString().contains(reply), outcome.toString());
      }
    }
  }

  @Test
  void a_silent_server_after_the_message_leaves_the_outcome_unknown() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(Map.of(".", "250-half a reply"));
        MailTransport.Session session = transport(peer, IMPATIENT).open()) {
      Outcome outcome = session.send(mail().message(), envelopeTo("person@example.net"));
      assertInstanceOf(Outcome.Unknown.class, outcome);
    }
  }

  @Test
  void one_refused_recipient_keeps_the_message_from_all() throws Exception {
    Map<String, String> script = Map.of("RCPT TO:<b@", "550 5.1.1 no such user");
    try (ScriptedPeer peer = new ScriptedPeer(script)) {
      Outcome outcome = send(peer, envelopeTo("a@example.net", "b@example.net", "c@example.net"));
      assertEquals(new Outcome.Failed("550 5.1.1 no such user"), outcome);
      assertFalse(peer.received("DATA"));
    }
  }

  @Test
  void a_permanent_refusal_outweighs_a_passing_one() throws Exception {
    Map<String, String> script =
        Map.of("RCPT TO:<a@", "450 4.2.1 greylisted", "RCPT TO:<b@", "550 5.1.1 no such user");
    try (ScriptedPeer peer = new ScriptedPeer(script)) {
      Outcome outcome = send(peer, envelopeTo("a@example.net", "b@example.net"));
      assertEquals(new Outcome.Failed("550 5.1.1 no such user"), outcome);
    }
  }

  @Test
  void after_a_refusal_the_same_connection_takes_the_next_message() throws Exception {
    Map<String, String> script = Map.of("RCPT TO:<b@", "550 5.1.1 no such user");
    try (ScriptedPeer peer = new ScriptedPeer(script);
        MailTransport.Session session = transport(peer).open()) {
      assertInstanceOf(
          Outcome.Failed.class, session.send(mail().message(), envelopeTo("b@example.net")));
      assertInstanceOf(
          Outcome.Accepted.class, session.send(mail().message(), envelopeTo("a@example.net")));
    }
  }

  @Test
  void after_a_lost_connection_nothing_more_is_sent_on_it() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(Map.of("BODY", ScriptedPeer.DROP));
        MailTransport.Session session = transport(peer).open()) {
      Envelope envelope = envelopeTo("a@example.net");
      assertInstanceOf(Outcome.Unknown.class, session.send(mail().message(), envelope));
      assertInstanceOf(Outcome.Deferred.class, session.send(mail().message(), envelope));
    }
  }

  @Test
  void a_message_over_the_announced_size_is_not_begun() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(Map.of("EHLO", "250-peer\r\n250 SIZE 100"))) {
      assertInstanceOf(Outcome.Failed.class, send(peer, envelopeTo("a@example.net")));
      assertFalse(peer.received("MAIL"));
    }
  }

  @ParameterizedTest
  @CsvSource({"CONNECT, 554 5.7.1 go away", "CONNECT, DROP", "CONNECT, 421 busy"})
  void a_server_that_does_not_greet_fails_the_opening(String at, String reply) {
    try (ScriptedPeer peer = new ScriptedPeer(Map.of(at, reply))) {
      assertThrows(TransportException.class, () -> transport(peer).open());
    }
  }

  @Test
  void a_server_that_is_not_there_fails_the_opening() {
    SmtpTransport nowhere =
        new SmtpTransport(SmtpUrl.parse("smtp://127.0.0.1:1"), PATIENT, Optional.empty());
    assertThrows(TransportException.class, nowhere::open);
  }

  @Test
  void smtputf8_is_asked_for_only_when_an_address_needs_it() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(Map.of("EHLO", "250-peer\r\n250 SMTPUTF8"))) {
      assertInstanceOf(Outcome.Accepted.class, send(peer, envelopeTo("a@bücher.example")));
      assertTrue(peer.received("MAIL FROM:<agent@example.org>"));
      assertFalse(peer.lines().stream().anyMatch(line -> line.endsWith(" SMTPUTF8")));
      assertTrue(peer.received("RCPT TO:<a@xn--bcher-kva.example>"));
      assertInstanceOf(Outcome.Accepted.class, send(peer, envelopeTo("用户@bücher.example")));
      assertTrue(peer.received("MAIL FROM:<agent@example.org> SMTPUTF8"));
      assertTrue(peer.received("RCPT TO:<用户@bücher.example>"), peer.lines().toString());
    }
  }

  @Test
  void an_address_that_needs_smtputf8_fails_where_it_is_not_offered() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(Map.of())) {
      assertInstanceOf(Outcome.Failed.class, send(peer, envelopeTo("用户@example.net")));
      assertFalse(peer.received("MAIL"));
    }
  }

  private static Outcome send(ScriptedPeer peer, Envelope envelope) throws TransportException {
    try (MailTransport.Session session = transport(peer).open()) {
      return session.send(mail().message(), envelope);
    }
  }

  private static SmtpTransport transport(ScriptedPeer peer) {
    return transport(peer, PATIENT);
  }

  private static SmtpTransport transport(ScriptedPeer peer, SmtpTimeouts timeouts) {
    SmtpUrl url = SmtpUrl.parse("smtp://127.0.0.1:" + peer.port());
    return new SmtpTransport(url, timeouts, Optional.empty());
  }

  private static SmtpTimeouts timeouts(int seconds) {
    Duration each = Duration.ofSeconds(seconds);
    return new SmtpTimeouts(each, each, each);
  }

  private static Envelope envelopeTo(String... recipients) {
    return new Envelope(
        EmailAddress.parse("agent@example.org"),
        List.of(recipients).stream().map(EmailAddress::parse).toList());
  }

  static ComposedMail mail() {
    Draft draft = Drafts.simple("Hello", new Body.Markdown(".\n\nA line.\n.\n"));
    MessageId id = MessageId.of("01J00000000000000000000000", draft.from());
    return Composer.compose(
        draft, new Stamp(id, Instant.ofEpochSecond(1_773_750_600), true, Optional.empty()));
  }
}
