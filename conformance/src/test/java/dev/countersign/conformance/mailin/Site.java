package dev.countersign.conformance.mailin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.domains.LoopbackDns;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.MailPeer;
import dev.countersign.conformance.running.RunningProduct;
import dev.countersign.conformance.running.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The product with its listeners open, and what there is around it. */
final class Site implements AutoCloseable {
  /** A host whose word counts; tests of mail from the world come from 127.0.0.1. */
  static final String FRONT = "127.0.0.2";

  static final String PROVIDER = "Basic " + base64("postmark:a-secret-of-some-length");
  static final long LARGEST = 200_000;

  final int smtp;
  final int lmtp;
  final LoopbackDns dns;
  final MailPeer peer;
  final RunningProduct product;

  private Site(int smtp, int lmtp, LoopbackDns dns, MailPeer peer, RunningProduct product) {
    this.smtp = smtp;
    this.lmtp = lmtp;
    this.dns = dns;
    this.peer = peer;
    this.product = product;
  }

  /** Started with these settings beside its own. */
  static Site with(int lmtp, MailPeer peer, Map<String, String> more) {
    try {
      Path data = Files.createTempDirectory("countersign-mail-in");
      var dns =
          new LoopbackDns()
              .with(
                  "peer.example. IN MX 10 mx.peer.example.",
                  "peer.example. IN NS ns.peer.example.",
                  "peer.example. IN TXT \"v=spf1 mx -all\"",
                  "_dmarc.peer.example. IN TXT \"v=DMARC1; p=none\"",
                  "mx.peer.example. IN A 192.0.2.7");
      int smtp = freePort();
      Map<String, String> environment = new HashMap<>();
      environment.put("COUNTERSIGN_INBOUND_SMTP", "127.0.0.1:" + smtp);
      environment.put("COUNTERSIGN_INBOUND_LMTP", Integer.toString(lmtp));
      environment.put("COUNTERSIGN_INBOUND_HOST", "mx.countersign.localhost");
      environment.put("COUNTERSIGN_INBOUND_TRUSTED", FRONT);
      environment.put("COUNTERSIGN_INBOUND_SPAM_HEADER", "X-Spam-Status");
      environment.put("COUNTERSIGN_INBOUND_POSTMARK_PASSWORD", "a-secret-of-some-length");
      environment.put("COUNTERSIGN_DOMAINS_RESOLVERS", "127.0.0.1:" + dns.address().getPort());
      environment.put("COUNTERSIGN_DOMAINS_DNSSEC", "off");
      environment.put("COUNTERSIGN_DOMAINS_OFF", "registration");
      environment.put("COUNTERSIGN_SMTP_URL", peer.url());
      environment.put("COUNTERSIGN_LIMITS_INBOUND_MESSAGE_BYTES", Long.toString(LARGEST));
      environment.put("COUNTERSIGN_LIMITS_SMTP_UNKNOWN_RECIPIENTS_COUNT", "5");
      environment.put("COUNTERSIGN_LIMITS_SMTP_RECIPIENTS_COUNT", "10");
      environment.put("COUNTERSIGN_LIMITS_INBOUND_HEADER_BYTES", "65536");
      environment.put("COUNTERSIGN_LIMITS_SMTP_COMMANDS_COUNT", "60");
      environment.put("COUNTERSIGN_LIMITS_SMTP_COMMAND_MS", "4000");
      environment.put("COUNTERSIGN_LIMITS_LOG_INTERVAL_MS", "200");
      environment.putAll(more);
      return new Site(smtp, lmtp, dns, peer, RunningProduct.on(data, environment));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base64(String text) {
    return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Api admin() {
    return product.anonymous().with(product.firstRun().adminKey());
  }

  /** Somebody with the provider's password. */
  Api provider() {
    return product.anonymous().presenting(PROVIDER);
  }

  String mailbox() {
    return product.firstRun().mailboxAddress();
  }

  /** {@return one more mailbox, with this mode} */
  JsonNode newMailbox(String mode) {
    String local = "box" + Drafts.somebody().substring(0, 12);
    var id =
        admin()
            .post("/v1/mailboxes", Map.of("address_local", local + "@countersign.localhost"))
            .expecting(201)
            .text("id");
    admin().patch("/v1/mailboxes/" + id, Map.of("oversight_mode", mode)).expecting(200);
    for (JsonNode box : admin().get("/v1/mailboxes").json().path("mailboxes")) {
      if (box.path("id").asText().equals(id)) {
        return box;
      }
    }
    throw new AssertionError("the new mailbox is not in the list");
  }

  /** {@return the message with this subject, as soon as the agent sees it} */
  JsonNode arrived(String subject) {
    return Waiting.until(
        "\"" + subject + "\" arrives", () -> seen(subject), seen -> !seen.isMissingNode());
  }

  /** {@return the same now; missing where the agent sees none} */
  JsonNode seen(String subject) {
    return seen(product.firstRun().mailboxId(), subject);
  }

  JsonNode seen(String mailboxId, String subject) {
    var list =
        product.agent().get("/v1/mailboxes/" + mailboxId + "/emails?limit=100").expecting(200);
    for (JsonNode each : list.json().path("emails")) {
      if (each.path("subject").asText().equals(subject)) {
        return product.agent().get("/v1/emails/" + each.path("id").asText()).expecting(200).json();
      }
    }
    return list.json().path("none");
  }

  /** {@return how many entries of the ledger are of this action, and about this message} */
  long entries(String action, String message) {
    long found = 0;
    for (JsonNode entry :
        admin().get("/v1/audit-log?limit=100").expecting(200).json().path("entries")) {
      boolean same =
          entry.path("action").asText().equals(action)
              && entry.path("resource_id").asText().equals(message);
      found += same ? 1 : 0;
    }
    return found;
  }

  /** {@return an approved message that left, with the address that reports about it go to} */
  Sent sent(String... recipients) {
    var id = product.send(Drafts.to(recipients));
    product.approve(id);
    Waiting.until(id + " is sent", () -> product.status(id), "sent"::equals);
    return new Sent(id, returnPath(recipients[0]));
  }

  record Sent(String id, String returnPath) {}

  private String returnPath(String recipient) {
    try {
      String[] found = peer.onlyMailFor(recipient).getHeader("Return-Path");
      return found[0].replaceAll("[<>]", "");
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] mail(String from, String subject) {
    return """
        From: %s
        To: agent@countersign.localhost
        Subject: %s
        Message-ID: <%s>
        Date: Tue, 17 Mar 2026 12:30:01 +0000

        Hello there.
        .A line that begins with a dot.
        """
        .formatted(from, subject, Drafts.somebody())
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    product.close();
    dns.close();
  }
}
