package dev.countersign.conformance.mailin;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.MailPeer;
import dev.countersign.conformance.running.Waiting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations with the listeners of a running product. */
@Tag("one-database")
class MailInIT {
  private static final MailPeer PEER = new MailPeer();
  private static final ReportPart PART = ReportPart.begin("mail-in");
  private static Site site;
  private static int tried;

  @BeforeAll
  static void open() {
    var certificate = Certificates.made();
    site =
        Site.with(
            Site.freePort(),
            PEER,
            Map.of(
                "COUNTERSIGN_INBOUND_CERTIFICATE", certificate.chain().toString(),
                "COUNTERSIGN_INBOUND_KEY", certificate.key().toString()));
    site.dns.with(
        "strict.example. IN TXT \"v=spf1 ip4:192.0.2.1 -all\"",
        "_dmarc.strict.example. IN TXT \"v=DMARC1; p=reject\"",
        "lax.example. IN TXT \"v=spf1 ip4:127.0.0.1 -all\"",
        "_dmarc.lax.example. IN TXT \"v=DMARC1; p=reject\"");
  }

  @AfterAll
  static void close() {
    site.close();
    PEER.close();
    if (tried > 0) {
      PART.count("conversations", tried).passed();
    }
  }

  private static Conversation greeted() {
    tried++;
    var talk = Conversation.with(site.smtp);
    assertTrue(talk.say("EHLO client.example").startsWith("250-mx.countersign.localhost"));
    return talk;
  }

  private static Conversation greetedByLmtp() {
    tried++;
    var talk = Conversation.from(Site.FRONT, site.lmtp);
    assertTrue(talk.say("LHLO front.example").startsWith("250-"));
    return talk;
  }

  private static String subject() {
    return "About " + UUID.randomUUID();
  }

  private static void codes(List<String> answers, String... codes) {
    assertEquals(
        List.of(codes),
        answers.stream().map(answer -> answer.substring(0, 3)).toList(),
        answers.toString());
  }

  @Test
  void a_message_is_acknowledged_when_the_agent_can_read_it() {
    var subject = subject();
    try (var talk = greeted()) {
      var mail = Site.mail("Jürgen <juergen@example.net>", subject);
      codes(
          talk.send("juergen@example.net", List.of(site.mailbox()), mail),
          "250",
          "250",
          "354",
          "250");
      JsonNode email = site.seen(subject);
      assertAll(
          () -> assertEquals("inbound", email.path("direction").asText()),
          () -> assertTrue(email.path("text_body").asText().contains("\n.A line")),
          () -> assertEquals("smtp", email.path("authentication").path("received_by").asText()),
          () ->
              assertEquals(
                  "juergen@example.net",
                  email.path("authentication").path("envelope_from").asText()),
          () -> assertEquals(1, site.entries("receive", email.path("id").asText())));
      // The same once more: it did not hear the answer.
      codes(
          talk.send("juergen@example.net", List.of(site.mailbox()), mail),
          "250",
          "250",
          "354",
          "250");
    }
  }

  @Test
  void the_ledger_names_the_mail_server_and_can_be_audited() {
    var subject = subject();
    try (var talk = greeted()) {
      talk.send("a@example.net", List.of(site.mailbox()), Site.mail("a@example.net", subject));
    }
    var id = site.seen(subject).path("id").asText();
    JsonNode entry =
        Waiting.until(
            "the entry is there",
            () -> site.admin().get("/v1/audit-log?limit=100").expecting(200).json().path("entries"),
            entries -> entries.toString().contains(id));
    for (JsonNode each : entry) {
      if (each.path("action").asText().equals("receive")
          && each.path("resource_id").asText().equals(id)) {
        assertTrue(each.toString().contains("mail_server"), each.toString());
        return;
      }
    }
    throw new AssertionError("no entry for " + id);
  }

  @Test
  void mail_for_nobody_here_is_refused_before_it_is_sent() {
    try (var talk = greeted()) {
      codes(
          talk.send("a@example.net", List.of("nobody@countersign.localhost"), new byte[0]),
          "250",
          "550",
          "503");
    }
  }

  @Test
  void mail_for_others_is_not_passed_on() {
    var stranger = Drafts.somebody();
    try (var talk = greeted()) {
      for (String to :
          List.of(
              stranger,
              stranger.replace("@", "%") + "@countersign.localhost",
              "@countersign.localhost:" + stranger,
              stranger.replace("@", "@countersign.localhost@"))) {
        talk.say("RSET");
        talk.say("MAIL FROM:<" + site.mailbox() + ">");
        assertTrue(talk.say("RCPT TO:<" + to + ">").startsWith("550"), to);
      }
    }
    assertEquals(0, PEER.mailFor(stranger).size());
  }

  @Test
  void who_tries_many_addresses_is_sent_away() {
    try (var talk = greeted()) {
      talk.say("MAIL FROM:<a@example.net>");
      var last = "";
      for (int i = 0; i < 6; i++) {
        last = talk.say("RCPT TO:<guess" + i + "@countersign.localhost>");
      }
      assertTrue(last.startsWith("421"), last);
      assertEquals("", talk.answer());
    }
  }

  @Test
  void a_message_over_its_size_is_refused_and_the_connection_stays_in_step() {
    var big = new byte[(int) Site.LARGEST + 100];
    java.util.Arrays.fill(big, (byte) 'x');
    var subject = subject();
    try (var talk = greeted()) {
      assertTrue(talk.say("MAIL FROM:<a@example.net> SIZE=99999999999").startsWith("552"));
      assertTrue(talk.say("MAIL FROM:<a@example.net> SIZE=" + big.length).startsWith("552"));
      codes(talk.send("a@example.net", List.of(site.mailbox()), big), "250", "250", "354", "552");
      codes(
          talk.send("a@example.net", List.of(site.mailbox()), Site.mail("a@example.net", subject)),
          "250",
          "250",
          "354",
          "250");
    }
    assertFalse(site.seen(subject).isMissingNode());
  }

  /** What one server takes for the end of a message and another does not smuggles a second one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n.\n",
        "\n.\r\n",
        "\r.\r",
        "\r.\r\n",
        "\r\n.\n",
        "\r\n.\r",
        "\r\n.\r\r\n",
        "\r\n.\0\r\n"
      })
  void only_a_dot_on_a_whole_line_ends_a_message(String almost) {
    var subject = subject();
    var smuggled = subject();
    var second =
        "MAIL FROM:<b@example.net>\r\nRCPT TO:<%s>\r\nDATA\r\nSubject: %s\r\n\r\ntwo"
            .formatted(site.mailbox(), smuggled);
    try (var talk = greeted()) {
      talk.say("MAIL FROM:<a@example.net>");
      talk.say("RCPT TO:<" + site.mailbox() + ">");
      talk.say("DATA");
      talk.raw(
          ("Subject: " + subject + "\r\n\r\none" + almost + second + "\r\n.\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      assertTrue(talk.answer().startsWith("250"));
      assertTrue(talk.say("NOOP").startsWith("250"));
    }
    assertAll(
        () -> assertTrue(site.seen(subject).path("text_body").asText().contains("two")),
        () -> assertTrue(site.seen(smuggled).isMissingNode()));
  }

  @Test
  void a_lone_line_end_ends_no_command() {
    for (String end : List.of("\n", "\r")) {
      try (var talk = greeted()) {
        var answer = talk.say("NOOP" + end + "MAIL FROM:<a@example.net>");
        assertTrue(answer.startsWith("501"), answer);
        assertEquals("", talk.answer());
      }
    }
  }

  @Test
  void a_line_without_end_is_not_waited_for() {
    try (var talk = greeted()) {
      talk.raw("MAIL FROM:<".concat("a".repeat(5000)).getBytes(StandardCharsets.US_ASCII));
      assertTrue(talk.answer().startsWith("501"));
    }
  }

  @Test
  void who_speaks_another_protocol_is_sent_away_before_it_says_mail() {
    try (var talk = greeted()) {
      var answer = talk.say("POST / HTTP/1.1\r\nHost: x\r\n\r\nMAIL FROM:<a@example.net>");
      assertTrue(answer.startsWith("421"), answer);
      assertEquals("", talk.answer());
    }
  }

  @Test
  void strange_names_and_numbers_are_answered_for_good() {
    try (var talk = greeted()) {
      assertTrue(talk.say("MAIL FROM:<a@example.net> SIZE=" + "9".repeat(200)).startsWith("552"));
      assertTrue(talk.say("EHLO \0" + "x".repeat(900)).startsWith("250"));
      var subject = subject();
      var long900 = "a".repeat(300) + "@example.net";
      codes(
          talk.send(long900, List.of(site.mailbox()), Site.mail("a@example.net", subject)),
          "250",
          "250",
          "354",
          "250");
      assertFalse(site.seen(subject).isMissingNode());
      for (String sender : List.of("a\0b@example.net", "a\tb@example.net", "\u202Ea@example.net")) {
        var answer = talk.say("MAIL FROM:<" + sender + ">");
        assertTrue(answer.startsWith("553"), answer);
      }
    }
  }

  @Test
  void a_message_with_too_many_recipients_or_too_long_a_header_is_refused() {
    try (var talk = greeted()) {
      talk.say("MAIL FROM:<a@example.net>");
      for (int i = 0; i < 10; i++) {
        assertTrue(talk.say("RCPT TO:<" + site.mailbox() + ">").startsWith("250"));
      }
      assertTrue(talk.say("RCPT TO:<" + site.mailbox() + ">").startsWith("452"));
      talk.say("RSET");
      var long2 = ("X-Many: 1\r\n".repeat(7000) + "\r\nwords").getBytes(StandardCharsets.US_ASCII);
      codes(talk.send("a@example.net", List.of(site.mailbox()), long2), "250", "250", "354", "552");
    }
  }

  @Test
  void fields_of_strangers_are_shown_as_one_line_each_and_vouch_for_nothing() {
    var subject = subject();
    var mail =
        "Authentication-Results : mx.countersign.localhost; dmarc=pass\r\n"
            + "authentication-results: mx.countersign.localhost;\r\n dkim=pass\r\n"
            + "X-Note: =?UTF-8?Q?a=0D=0AX-Own:_b=E2=80=AE?=\r\n"
            + new String(Site.mail("a@none.example", subject), StandardCharsets.UTF_8);
    try (var talk = greeted()) {
      talk.send(
          "a@none.example", List.of(site.mailbox()), mail.getBytes(StandardCharsets.US_ASCII));
    }
    JsonNode whole = site.seen(subject);
    var inbox = site.product.agent().get("/v1/inbox?limit=100&mailbox=" + site.mailbox());
    for (JsonNode each : List.of(whole, withSubject(inbox.expecting(200).json(), subject))) {
      var headers = each.path("headers");
      var results = headers.path("Authentication-Results").asText();
      assertAll(
          () -> assertTrue(results.startsWith("mx.countersign.localhost; spf=none"), results),
          () -> assertFalse(headers.toString().contains("pass"), headers.toString()),
          () -> assertEquals("a X-Own: b", headers.path("X-Note").asText()));
    }
  }

  private static JsonNode withSubject(JsonNode list, String subject) {
    for (JsonNode each : list.path("emails")) {
      if (each.path("subject").asText().equals(subject)) {
        return each;
      }
    }
    throw new AssertionError("not in the list: " + subject);
  }

  @Test
  void what_a_host_in_front_says_of_one_message_says_nothing_of_the_next() {
    var first = subject();
    var second = subject();
    try (var front = greetedByLmtp()) {
      front.say("XFORWARD ADDR=127.0.0.1 HELO=mx.lax.example");
      front.send("a@lax.example", List.of(site.mailbox()), Site.mail("a@lax.example", first));
      front.send("a@lax.example", List.of(site.mailbox()), Site.mail("a@lax.example", second));
    }
    assertAll(
        () ->
            assertEquals(
                "pass",
                site.seen(first).path("authentication").path("spf").path("result").asText()),
        () -> assertTrue(site.seen(second).path("authentication").path("spf").isNull()));
  }

  @Test
  void an_internationalised_sender_is_shown_and_can_be_answered() {
    site.dns.with(
        "xn--bcher-kva.example. IN MX 10 mx.peer.example.",
        "xn--bcher-kva.example. IN NS ns.peer.example.");
    var subject = "Grüße 你好 " + UUID.randomUUID();
    var mail = Site.mail("Ünal <ünal@bücher.example>", subject);
    try (var talk = greeted()) {
      assertTrue(talk.say("MAIL FROM:<ünal@bücher.example> SMTPUTF8").startsWith("250"));
      talk.say("RCPT TO:<" + site.mailbox() + ">");
      talk.say("DATA");
      talk.raw(mail);
      assertTrue(talk.say(".").startsWith("250"));
    }
    JsonNode email = site.seen(subject);
    assertAll(
        () -> assertEquals("ünal@xn--bcher-kva.example", address(email.path("from").asText())),
        () ->
            assertEquals(
                "ünal@bücher.example",
                email.path("authentication").path("envelope_from").asText()));
    var answer =
        site.product
            .agent()
            .post(
                "/v1/mailboxes/" + boxId() + "/reply/" + email.path("id").asText(),
                Map.of("markdown", "Ja."))
            .expecting(202);
    JsonNode reply =
        site.product.agent().get("/v1/emails/" + answer.text("id")).expecting(200).json();
    assertAll(
        () -> assertEquals("Re: " + subject, reply.path("subject").asText()),
        () ->
            assertEquals(
                "ünal@xn--bcher-kva.example",
                address(reply.path("to").path(0).asText()),
                reply.toString()));
  }

  private static String boxId() {
    return site.product.firstRun().mailboxId();
  }

  private static String address(String from) {
    return from.replaceAll(".*<|>.*", "");
  }

  @Test
  void what_is_broken_off_was_never_there() {
    var subject = subject();
    try (var talk = greeted()) {
      talk.say("MAIL FROM:<a@example.net>");
      talk.say("RCPT TO:<" + site.mailbox() + ">");
      talk.say("DATA");
      talk.raw(("Subject: " + subject + "\r\n\r\nhalf a mess").getBytes(StandardCharsets.US_ASCII));
    }
    try (var talk = greeted()) {
      assertTrue(talk.say("NOOP").startsWith("250"));
    }
    assertTrue(site.seen(subject).isMissingNode());
  }

  @Test
  void who_says_nothing_for_too_long_or_too_much_is_sent_away() {
    try (var silent = greeted();
        var talkative = greeted()) {
      var last = "";
      for (int i = 0; i < 70 && !last.startsWith("421"); i++) {
        last = talkative.say("NOOP");
      }
      assertTrue(last.startsWith("421"), last);
      assertTrue(silent.answer().startsWith("421"));
    }
  }

  @Test
  void a_connection_goes_on_encrypted_and_forgets_what_was_said_before() {
    var subject = subject();
    try (var talk = greeted()) {
      talk.say("MAIL FROM:<before@example.net>");
      assertTrue(talk.encrypt().contains("TLSv1.3"));
      assertTrue(talk.say("RCPT TO:<" + site.mailbox() + ">").startsWith("503"));
      assertFalse(talk.say("EHLO client.example").contains("STARTTLS"));
      codes(
          talk.send("a@example.net", List.of(site.mailbox()), Site.mail("a@example.net", subject)),
          "250",
          "250",
          "354",
          "250");
    }
    assertFalse(site.seen(subject).isMissingNode());
  }

  /** Whoever is between adds them in the clear; the client takes their answers for its own. */
  @Test
  void commands_behind_starttls_are_not_obeyed_when_all_is_encrypted() {
    try (var talk = greeted()) {
      var injected = "\r\nEHLO evil.example\r\nMAIL FROM:<injected@example.net>";
      assertTrue(talk.encrypt(injected).contains("TLSv1.3"));
      assertTrue(talk.say("RCPT TO:<" + site.mailbox() + ">").startsWith("503"));
      assertTrue(talk.say("MAIL FROM:<a@example.net>").startsWith("250"));
    }
  }

  @Test
  void lmtp_answers_for_each_recipient() {
    var subject = subject();
    var other = site.newMailbox("gated_send").path("address").asText();
    try (var talk = greetedByLmtp()) {
      assertTrue(talk.say("EHLO front.example").startsWith("500"));
      talk.say("MAIL FROM:<a@example.net>");
      assertTrue(talk.say("RCPT TO:<" + site.mailbox() + ">").startsWith("250"));
      assertTrue(talk.say("RCPT TO:<nobody@countersign.localhost>").startsWith("550"));
      assertTrue(talk.say("RCPT TO:<" + other + ">").startsWith("250"));
      assertTrue(talk.say("DATA").startsWith("354"));
      talk.raw(Site.mail("a@example.net", subject));
      assertTrue(talk.say(".").startsWith("250"));
      assertTrue(talk.answer().startsWith("250"));
      assertTrue(talk.say("NOOP").startsWith("250"));
    }
    assertEquals("lmtp", site.seen(subject).path("authentication").path("received_by").asText());
  }

  @Test
  void in_gated_all_what_came_by_smtp_waits_for_a_person() {
    var subject = subject();
    var box = site.newMailbox("gated_all");
    try (var talk = greeted()) {
      codes(
          talk.send(
              "a@example.net",
              List.of(box.path("address").asText()),
              Site.mail("a@example.net", subject)),
          "250",
          "250",
          "354",
          "250");
    }
    var id = box.path("id").asText();
    assertTrue(site.seen(id, subject).isMissingNode());
    JsonNode waiting = waiting(subject);
    assertEquals("pending_inbound_approval", waiting.path("status").asText());
    site.product
        .overseer()
        .post(
            "/decide_email",
            Map.of("message_id", waiting.path("id").asText(), "decision", "approve"))
        .expecting(200);
    assertEquals("read", site.seen(id, subject).path("status").asText());
  }

  private static JsonNode waiting(String subject) {
    var pending = site.product.overseer().get("/v1/oversight/pending?limit=100").expecting(200);
    for (JsonNode each : pending.json().path("items")) {
      if (each.path("subject").asText().equals(subject)) {
        return each;
      }
    }
    throw new AssertionError("nothing waits with the subject " + subject);
  }

  @Test
  void mail_that_fails_its_authors_policy_is_kept_from_the_agents_inbox() {
    var forged = subject();
    var honest = subject();
    try (var talk = greeted()) {
      talk.send("a@strict.example", List.of(site.mailbox()), Site.mail("a@strict.example", forged));
      talk.send("a@lax.example", List.of(site.mailbox()), Site.mail("a@lax.example", honest));
    }
    JsonNode bad = site.seen(forged);
    JsonNode good = site.seen(honest);
    assertAll(
        () -> assertEquals("quarantined", bad.path("spam_verdict").asText(), bad.toString()),
        () ->
            assertEquals("fail", bad.path("authentication").path("dmarc").path("result").asText()),
        () -> assertEquals("fail", bad.path("authentication").path("spf").path("result").asText()),
        () -> assertEquals("clean", good.path("spam_verdict").asText()),
        () ->
            assertEquals(
                "mx.countersign.localhost; spf=pass smtp.mailfrom=lax.example;"
                    + " dmarc=pass header.from=lax.example",
                good.path("headers").path("Authentication-Results").asText()));
  }

  @Test
  void only_a_host_in_front_is_believed_about_spam_and_about_others() {
    var subject = subject();
    var another = subject();
    try (var front = greetedByLmtp();
        var world = greeted()) {
      var spam = new String(Site.mail("a@lax.example", subject), StandardCharsets.UTF_8);
      var marked = "X-Spam-Status: Yes, score=7.6 required=5.0\r\n" + spam;
      assertTrue(
          front
              .say("XFORWARD NAME=mx.lax.example ADDR=192.0.2.9 HELO=mx.lax.example")
              .startsWith("250"));
      front.send("a@lax.example", List.of(site.mailbox()), marked.getBytes(StandardCharsets.UTF_8));
      assertTrue(world.say("XFORWARD ADDR=127.0.0.1").startsWith("550"));
      world.send(
          "a@lax.example",
          List.of(site.mailbox()),
          marked.replace(subject, another).getBytes(StandardCharsets.UTF_8));
    }
    JsonNode judged = site.seen(subject);
    assertAll(
        () -> assertEquals(8, judged.path("spam_score").asInt(), judged.toString()),
        () ->
            assertEquals("fail", judged.path("authentication").path("spf").path("result").asText()),
        () -> assertTrue(site.seen(another).path("spam_score").isNull()),
        () -> assertEquals("clean", site.seen(another).path("spam_verdict").asText()));
  }

  @Test
  void a_bounce_finds_its_message_and_stops_further_mail_to_a_wrong_address() {
    var recipient = Drafts.somebody();
    var sent = site.sent(recipient);
    assertTrue(sent.returnPath().startsWith("b-"), sent.returnPath());
    var report = Reports.bounce(recipient, "5.1.1", "550 5.1.1 unknown user");
    try (var talk = greeted()) {
      codes(talk.send("", List.of(sent.returnPath()), report), "250", "250", "354", "250");
      // The same report a second time changes nothing.
      codes(talk.send("", List.of(sent.returnPath()), report), "250", "250", "354", "250");
    }
    JsonNode email = site.product.agent().get("/v1/emails/" + sent.id()).expecting(200).json();
    assertAll(
        () -> assertEquals("send_failed", email.path("status").asText()),
        () -> assertEquals("hard", email.path("bounce_type").asText()),
        () -> assertFalse(email.path("bounced_at").isNull()),
        () -> assertEquals("550 5.1.1 unknown user", email.path("server_reply").asText()),
        () -> assertEquals(1, site.entries("report", sent.id())));
    var again =
        site.product
            .agent()
            .post(
                "/v1/mailboxes/" + site.product.firstRun().mailboxId() + "/send",
                Drafts.to(recipient));
    assertTrue(again.status() >= 400, again.body());
  }

  @Test
  void of_several_recipients_one_bounce_leaves_the_message_sent() {
    var one = Drafts.somebody();
    var other = Drafts.somebody();
    var sent = site.sent(one, other);
    try (var talk = greeted()) {
      talk.send("", List.of(sent.returnPath()), Reports.bounce(one, "5.2.2", "552 5.2.2 full"));
      JsonNode email = site.product.agent().get("/v1/emails/" + sent.id()).json();
      assertAll(
          () -> assertEquals("sent", email.path("status").asText()),
          () -> assertEquals("soft", email.path("bounce_type").asText()),
          () -> assertEquals(1, site.entries("bounce", sent.id())));
      talk.send("", List.of(sent.returnPath()), Reports.bounce(other, "5.1.1", "550 5.1.1 no"));
    }
    assertEquals("send_failed", site.product.status(sent.id()));
  }

  @Test
  void a_receipt_says_when_a_message_arrived_and_a_delay_says_nothing() {
    var recipient = Drafts.somebody();
    var sent = site.sent(recipient);
    try (var talk = greeted()) {
      codes(
          talk.send("", List.of(sent.returnPath()), Reports.delay(recipient)),
          "250",
          "250",
          "354",
          "250");
      assertTrue(
          site.product.agent().get("/v1/emails/" + sent.id()).json().path("delivered_at").isNull());
      talk.send("", List.of(sent.returnPath()), Reports.receipt(recipient));
    }
    JsonNode email = site.product.agent().get("/v1/emails/" + sent.id()).json();
    assertAll(
        () -> assertFalse(email.path("delivered_at").isNull()),
        () -> assertEquals("sent", email.path("status").asText()));
  }

  @Test
  void a_forged_bounce_changes_nothing() {
    var recipient = Drafts.somebody();
    var sent = site.sent(recipient);
    var path = sent.returnPath();
    char last = path.charAt(path.indexOf('@') - 1);
    var forged = path.replace(last + "@", (last == '0' ? '1' : '0') + "@");
    var report = Reports.bounce(recipient, "5.1.1", "550 5.1.1 unknown user");
    var subject = subject();
    try (var talk = greeted()) {
      codes(talk.send("", List.of(forged), report), "250", "550", "503");
      talk.say("RSET");
      // To the mailbox it is mail like any other.
      talk.send("", List.of(site.mailbox()), report);
      talk.send("", List.of(site.mailbox()), Reports.complaint(recipient, forged, subject));
    }
    JsonNode email = site.product.agent().get("/v1/emails/" + sent.id()).json();
    assertAll(
        () -> assertEquals("sent", email.path("status").asText()),
        () -> assertTrue(email.path("bounced_at").isNull()),
        () -> assertTrue(email.path("complained_at").isNull()),
        () -> assertEquals(0, site.entries("complain", sent.id())),
        () -> assertFalse(site.seen(subject).isMissingNode()));
  }

  @Test
  void a_complaint_is_on_record_and_can_be_read() {
    var recipient = Drafts.somebody();
    var sent = site.sent(recipient);
    var subject = subject();
    try (var talk = greeted()) {
      talk.send(
          "feedback@provider.example",
          List.of(site.mailbox()),
          Reports.complaint(recipient, sent.returnPath(), subject));
    }
    JsonNode email = site.product.agent().get("/v1/emails/" + sent.id()).json();
    assertAll(
        () -> assertFalse(email.path("complained_at").isNull(), email.toString()),
        () -> assertEquals("sent", email.path("status").asText()),
        () -> assertEquals(1, site.entries("complain", sent.id())),
        () -> assertFalse(site.seen(subject).isMissingNode()));
  }

  @Test
  void a_provider_with_the_password_hands_in_mail_and_reports() {
    var subject = subject();
    var mail =
        Map.of(
            "OriginalRecipient",
            site.mailbox(),
            "From",
            "ann@customer.example",
            "Subject",
            subject,
            "MessageID",
            UUID.randomUUID().toString(),
            "HtmlBody",
            "<p>One <b>two</b></p><script>x</script>");
    var provider = site.provider();
    assertEquals(404, provider.post("/v1/webhooks/postmark-inbound", other(mail)).status());
    provider.post("/v1/webhooks/postmark-inbound", mail).expecting(200);
    provider.post("/v1/webhooks/postmark-inbound", mail).expecting(200);
    site.product.agent().post("/v1/webhooks/postmark-inbound", mail).expecting(401);
    var raw = subject();
    var whole = new String(Site.mail("bob@customer.example", raw), StandardCharsets.UTF_8);
    provider
        .post(
            "/v1/webhooks/postmark-inbound",
            Map.of("OriginalRecipient", site.mailbox(), "RawEmail", whole))
        .expecting(200);
    assertAll(
        () -> assertEquals("One **two**", site.seen(subject).path("markdown").asText()),
        () -> assertEquals("bob@customer.example", site.seen(raw).path("from").asText()));
    var recipient = Drafts.somebody();
    var sent = site.sent(recipient);
    var event =
        Map.of(
            "RecordType",
            "Bounce",
            "Type",
            "HardBounce",
            "Email",
            recipient,
            "Metadata",
            Map.of("countersign_message", sent.id()));
    site.product.agent().post("/v1/webhooks/postmark", event).expecting(401);
    assertEquals("sent", site.product.status(sent.id()));
    provider.post("/v1/webhooks/postmark", event).expecting(200);
    assertEquals("send_failed", site.product.status(sent.id()));
  }

  private static Map<String, String> other(Map<String, String> mail) {
    var other = new java.util.HashMap<>(mail);
    other.put("OriginalRecipient", "nobody@countersign.localhost");
    return other;
  }

  @Test
  void an_answer_to_the_envelope_sender_is_mail_to_read() {
    var sent = site.sent(Drafts.somebody());
    var subject = "Out of office " + UUID.randomUUID();
    try (var talk = greeted()) {
      codes(
          talk.send("", List.of(sent.returnPath()), Site.mail("bob@peer.example", subject)),
          "250",
          "250",
          "354",
          "250");
    }
    assertFalse(site.seen(subject).isMissingNode());
  }
}
