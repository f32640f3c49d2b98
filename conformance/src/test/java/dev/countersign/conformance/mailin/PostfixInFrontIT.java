package dev.countersign.conformance.mailin;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.MailPeer;
import dev.countersign.conformance.running.Postfix;
import dev.countersign.conformance.running.Programs;
import dev.countersign.conformance.running.Waiting;
import dev.countersign.conformance.siem.Siem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real mail server in front, set up as the documentation says: it delivers to the product, relays
 * what the product sends, and reports what did not arrive. Mail comes from a real client.
 */
@Tag("one-database")
class PostfixInFrontIT {
  private static final Path GUIDE =
      Path.of(System.getProperty("countersign.root", ".."), "docs", "mail-in.md");
  private static final String SUBJECT = "About " + UUID.randomUUID();

  @Test
  void mail_comes_in_goes_out_and_bounces_through_a_real_mail_server(@TempDir Path folder)
      throws IOException {
    Programs.needed("sh", "-c", "command -v swaks");
    int lmtp = Site.freePort();
    var part = ReportPart.begin("postfix-in-front");
    try (var world = new MailPeer();
        var elsewhere = new RefusingPeer();
        var siem = Siem.in(folder);
        var postfix = Postfix.with(lines(lmtp, world, elsewhere))) {
      siem.start();
      try (var site = Site.with(lmtp, world, around(postfix, siem))) {
        site.dns.with(
            "bounce.example. IN MX 10 mx.peer.example.",
            "countersign.localhost. IN MX 10 mx.peer.example.");
        hears(site, siem);
        comes_in(site, postfix);
        is_asked_to_encrypt(postfix);
        an_unknown_address_is_refused_at_the_front(postfix);
        what_is_held_is_told_to_nobody(site, postfix, siem);
        goes_out(site, world);
        goes_from_one_of_our_mailboxes_to_another(site);
        comes_back_for_the_message_that_bounced_alone(site, siem);
        a_forged_bounce_changes_nothing(site, postfix, world);
        part.fact("mail server", "Postfix").count("messages through it", 9).passed();
      }
    }
  }

  private static Map<String, String> around(Postfix postfix, Siem siem) {
    return Map.of(
        "COUNTERSIGN_SMTP_URL",
        postfix.url(),
        "COUNTERSIGN_WEBHOOKS_ALLOW_PRIVATE",
        "true",
        "COUNTERSIGN_WEBHOOKS_CA_FILE",
        siem.certificate());
  }

  private static void hears(Site site, Siem siem) {
    var events =
        List.of(
            "message.received",
            "message.sent",
            "message.bounced",
            "oversight.pending",
            "ledger.entry");
    site.admin()
        .post("/v1/webhooks", Map.of("url", siem.origin() + "/hook", "events", events))
        .expecting(201);
  }

  /** {@return events of this type, each as text} */
  private static List<String> events(Siem siem, String type) {
    return siem.taken().stream()
        .filter(body -> body.path("event_type").asText().equals(type))
        .map(JsonNode::toString)
        .toList();
  }

  private static void comes_in(Site site, Postfix postfix) {
    assertEquals(0, swaks(postfix, site.mailbox()));
    JsonNode email = site.arrived(SUBJECT);
    assertAll(
        () -> assertEquals("lmtp", email.path("authentication").path("received_by").asText()),
        () -> assertEquals("ann@peer.example", email.path("from").asText()),
        () -> assertEquals("Hello from swaks.", email.path("text_body").asText().strip()),
        () ->
            assertTrue(
                email.path("headers").path("Received").asText().contains("Postfix"),
                email.path("headers").toString()));
  }

  private static void is_asked_to_encrypt(Postfix postfix) {
    int port = Integer.parseInt(postfix.url().replaceAll(".*:", ""));
    try (var talk = Conversation.with(port)) {
      assertTrue(talk.say("EHLO mail.peer.example").contains("STARTTLS"));
      assertTrue(talk.encrypt().contains("TLSv1.3"));
      assertTrue(talk.say("EHLO mail.peer.example").startsWith("250"));
    }
  }

  private static void an_unknown_address_is_refused_at_the_front(Postfix postfix) {
    assertFalse(swaks(postfix, "nobody@countersign.localhost") == 0);
  }

  private static void goes_out(Site site, MailPeer world) {
    var recipient = Drafts.somebody();
    var id = site.product.send(Drafts.to(recipient));
    site.product.approve(id);
    assertTrue(world.onlyMailFor(recipient) != null);
    Waiting.until(id + " is sent", () -> site.product.status(id), "sent"::equals);
  }

  /** An agent may read the webhooks, and the mail must not reach it by them. */
  private static void what_is_held_is_told_to_nobody(Site site, Postfix postfix, Siem siem) {
    var box = site.newMailbox("gated_all");
    var subject = "Held " + UUID.randomUUID();
    assertEquals(0, swaks(postfix, "ann@peer.example", box.path("address").asText(), subject));
    JsonNode waiting = Waiting.until("it waits", () -> waiting(site, subject), JsonNode::isObject);
    var id = waiting.path("message_id").asText();
    var told =
        Waiting.until(
            "the hold of " + id + " is told", () -> about(siem, id), all -> all.size() >= 2);
    assertAll(
        () -> assertTrue(site.seen(box.path("id").asText(), subject).isMissingNode()),
        () -> assertFalse(told.toString().contains("message.received"), told.toString()),
        () -> assertFalse(told.toString().contains(subject), told.toString()),
        () -> assertFalse(told.toString().contains("ann@peer.example"), told.toString()));
    var decision = Map.of("message_id", id, "decision", "approve");
    site.product.overseer().post("/decide_email", decision).expecting(200);
    assertEquals(id, site.seen(box.path("id").asText(), subject).path("id").asText());
  }

  private static List<String> about(Siem siem, String id) {
    return siem.taken().stream().map(JsonNode::toString).filter(all -> all.contains(id)).toList();
  }

  private static JsonNode waiting(Site site, String subject) {
    JsonNode pending =
        site.product.overseer().get("/v1/oversight/pending?limit=100").expecting(200).json();
    for (JsonNode each : pending.path("items")) {
      if (each.path("subject").asText().equals(subject)) {
        return each;
      }
    }
    return pending.path("none");
  }

  /** By way of the mail server, like anybody's: it is checked, and nobody answers by itself. */
  private static void goes_from_one_of_our_mailboxes_to_another(Site site) {
    var box = site.newMailbox("gated_send");
    var subject = "To a colleague " + UUID.randomUUID();
    var draft = Drafts.with(Drafts.to(box.path("address").asText()), "subject", subject);
    var id = site.product.send(draft);
    site.product.approve(id);
    JsonNode came =
        Waiting.until(
            "it comes in again",
            () -> site.seen(box.path("id").asText(), subject),
            seen -> !seen.isMissingNode());
    assertAll(
        () -> assertEquals("inbound", came.path("direction").asText()),
        () -> assertTrue(came.path("identity_verified").asBoolean(), came.toString()),
        () -> assertNotEquals(id, came.path("id").asText()),
        () -> assertEquals("sent", site.product.status(id)),
        () -> assertTrue(site.seen(subject).path("direction").asText().equals("outbound")));
  }

  /** Postfix wrote the report itself: the server behind it refused one of two recipients. */
  private static void comes_back_for_the_message_that_bounced_alone(Site site, Siem siem) {
    var arrives = site.product.send(Drafts.to("somebody@bounce.example"));
    var id = site.product.send(Drafts.to("nobody@bounce.example"));
    long before = bounced(site);
    site.product.approve(arrives);
    site.product.approve(id);
    Waiting.until("the bounce comes back", () -> site.product.status(id), "send_failed"::equals);
    Waiting.until("the other arrives", () -> site.product.status(arrives), "sent"::equals);
    JsonNode email = site.product.agent().get("/v1/emails/" + id).expecting(200).json();
    JsonNode other = site.product.agent().get("/v1/emails/" + arrives).expecting(200).json();
    var told =
        Waiting.until(
            "the bounce is told", () -> events(siem, "message.bounced"), all -> !all.isEmpty());
    assertAll(
        () -> assertEquals("hard", email.path("bounce_type").asText(), email.toString()),
        () -> assertFalse(email.path("bounced_at").isNull()),
        () ->
            assertTrue(
                email.path("server_reply").asText().startsWith("550 5.1.1"),
                email.path("server_reply").asText()),
        () -> assertEquals(1, site.entries("report", id)),
        () -> assertEquals(before + 1, bounced(site)),
        () -> assertTrue(isSuppressed(site, "nobody@bounce.example")),
        () -> assertEquals(1, told.size(), told.toString()),
        () -> assertTrue(told.getFirst().contains("\"message_id\":\"" + id), told.toString()),
        () -> assertTrue(other.path("bounced_at").isNull(), other.toString()),
        () -> assertEquals(0, site.entries("report", arrives)),
        () -> assertFalse(isSuppressed(site, "somebody@bounce.example")));
  }

  private static void a_forged_bounce_changes_nothing(Site site, Postfix postfix, MailPeer world) {
    var recipient = Drafts.somebody();
    var sent = site.sent(recipient);
    long before = bounced(site);
    var report =
        new String(
            Reports.bounce(recipient, "5.1.1", "550 5.1.1 unknown user"), StandardCharsets.UTF_8);
    var path = sent.returnPath();
    char last = path.charAt(path.indexOf('@') - 1);
    var forged = path.replace(last + "@", (last == '0' ? '1' : '0') + "@");
    assertNotEquals(0, swaks(postfix, List.of("--from", "<>", "--to", forged, "--data", report)));
    // To the mailbox, where reports do not go, it is mail to be read.
    var read = report.replace("Subject: Delivery report", "Subject: " + path);
    assertEquals(
        0, swaks(postfix, List.of("--from", "<>", "--to", site.mailbox(), "--data", read)));
    site.arrived(path);
    JsonNode email = site.product.agent().get("/v1/emails/" + sent.id()).expecting(200).json();
    assertAll(
        () -> assertEquals("sent", email.path("status").asText()),
        () -> assertTrue(email.path("bounced_at").isNull()),
        () -> assertEquals(0, site.entries("report", sent.id())),
        () -> assertEquals(0, site.entries("bounce", sent.id())),
        () -> assertEquals(before, bounced(site)),
        () -> assertFalse(isSuppressed(site, recipient)),
        () -> assertEquals(1, world.mailFor(recipient).size()));
  }

  private static long bounced(Site site) {
    var path = "/v1/mailboxes/" + site.product.firstRun().mailboxId() + "/reputation";
    JsonNode counters = site.admin().get(path).expecting(200).json().path("counters");
    assertTrue(counters.path("bounced").isNumber(), counters.toString());
    return counters.path("bounced").asLong();
  }

  private static boolean isSuppressed(Site site, String address) {
    return site.admin().get("/v1/suppression?limit=100").expecting(200).body().contains(address);
  }

  /**
   * The lines of the guide, with this machine's ports, and a domain whose server does not know
   * everybody.
   */
  private static String lines(int lmtp, MailPeer world, RefusingPeer elsewhere) throws IOException {
    var certificate = Certificates.made();
    String guide = Files.readString(GUIDE);
    String lines = guide.substring(guide.indexOf("# main.cf\n"));
    return lines
            .substring(0, lines.indexOf("```"))
            .replace(
                "{ example.org=lmtp:inet:127.0.0.1:2424 }",
                "{ countersign.localhost=lmtp:inet:127.0.0.1:"
                    + lmtp
                    + ", bounce.example=smtp:[127.0.0.1]:"
                    + elsewhere.port()
                    + " }")
            .replace("/etc/ssl/private/mx.key", certificate.key().toString())
            .replace("/etc/ssl/mx.pem", certificate.chain().toString())
            .replace("example.org", "countersign.localhost")
        + """
        relayhost = [127.0.0.1]:%s
        lmtp_bind_address = %s
        mynetworks = 127.0.0.1/32
        minimal_backoff_time = 1s
        queue_run_delay = 1s
        address_verify_poll_delay = 1s
        address_verify_poll_count = 30
        address_verify_map =
        bounce_queue_lifetime = 1h
        """
            .formatted(world.url().replaceAll(".*:", ""), Site.FRONT);
  }

  private static int swaks(Postfix postfix, String to) {
    return swaks(postfix, "ann@peer.example", to, SUBJECT);
  }

  private static int swaks(Postfix postfix, String from, String to, String subject) {
    return swaks(
        postfix,
        List.of(
            "--from",
            from,
            "--to",
            to,
            "--header",
            "Subject: " + subject,
            "--body",
            "Hello from swaks."));
  }

  private static int swaks(Postfix postfix, List<String> mail) {
    try {
      var command =
          new ArrayList<>(
              List.of(
                  "swaks",
                  "--server",
                  postfix.url().replace("smtp://", ""),
                  "--local-interface",
                  "127.0.0.9",
                  "--ehlo",
                  "mail.peer.example",
                  "--timeout",
                  "120"));
      command.addAll(mail);
      var client = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = client.waitFor();
      assertTrue(said.contains("Postfix"), said);
      return status;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
