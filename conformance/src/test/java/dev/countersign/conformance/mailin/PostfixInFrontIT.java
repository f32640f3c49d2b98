package dev.countersign.conformance.mailin;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.MailPeer;
import dev.countersign.conformance.running.Postfix;
import dev.countersign.conformance.running.Programs;
import dev.countersign.conformance.running.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
  void mail_comes_in_goes_out_and_bounces_through_a_real_mail_server() throws IOException {
    Programs.needed("sh", "-c", "command -v swaks");
    int lmtp = Site.freePort();
    var part = ReportPart.begin("postfix-in-front");
    try (var world = new MailPeer();
        var postfix = Postfix.with(lines(lmtp, world))) {
      var out = Map.of("COUNTERSIGN_SMTP_URL", postfix.url());
      try (var site = Site.with(lmtp, world, new HashMap<>(out))) {
        site.dns.with("bounce.example. IN MX 10 mx.peer.example.");
        comes_in(site, postfix);
        an_unknown_address_is_refused_at_the_front(postfix);
        goes_out(site, world);
        comes_back(site);
        part.fact("mail server", "Postfix").count("messages through it", 4).passed();
      }
    }
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

  private static void comes_back(Site site) {
    var id = site.product.send(Drafts.to("nobody@bounce.example"));
    site.product.approve(id);
    Waiting.until("the bounce comes back", () -> site.product.status(id), "send_failed"::equals);
    JsonNode email = site.product.agent().get("/v1/emails/" + id).expecting(200).json();
    assertAll(
        () -> assertEquals("hard", email.path("bounce_type").asText(), email.toString()),
        () -> assertFalse(email.path("bounced_at").isNull()),
        () ->
            assertTrue(
                email.path("server_reply").asText().startsWith("550 5.1.1"),
                email.path("server_reply").asText()));
  }

  /**
   * The lines of the guide, with this machine's ports, and a domain whose server, ours, knows
   * nobody.
   */
  private static String lines(int lmtp, MailPeer world) throws IOException {
    String guide = Files.readString(GUIDE);
    String lines = guide.substring(guide.indexOf("# main.cf\n"));
    return lines
            .substring(0, lines.indexOf("```"))
            .replace(
                "{ example.org=lmtp:inet:127.0.0.1:2424 }",
                "{ countersign.localhost=lmtp:inet:127.0.0.1:"
                    + lmtp
                    + ", bounce.example=lmtp:inet:127.0.0.1:"
                    + lmtp
                    + " }")
            .replace("relay_domains = example.org", "relay_domains = countersign.localhost")
        + """
        relayhost = [127.0.0.1]:%s
        lmtp_bind_address = %s
        mynetworks = 127.0.0.1/32
        minimal_backoff_time = 1s
        queue_run_delay = 1s
        address_verify_poll_delay = 1s
        address_verify_map =
        bounce_queue_lifetime = 1h
        """
            .formatted(world.url().replaceAll(".*:", ""), Site.FRONT);
  }

  private static int swaks(Postfix postfix, String to) {
    try {
      var client =
          new ProcessBuilder(
                  List.of(
                      "swaks",
                      "--server",
                      postfix.url().replace("smtp://", ""),
                      "--local-interface",
                      "127.0.0.9",
                      "--ehlo",
                      "mail.peer.example",
                      "--from",
                      "ann@peer.example",
                      "--to",
                      to,
                      "--header",
                      "Subject: " + SUBJECT,
                      "--body",
                      "Hello from swaks."))
              .redirectErrorStream(true)
              .start();
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
