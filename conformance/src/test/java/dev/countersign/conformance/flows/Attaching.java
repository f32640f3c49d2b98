package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.Letters;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.Product;
import dev.countersign.conformance.running.SecondTenant;
import dev.countersign.host.attachments.AttachmentLink;
import dev.countersign.host.attachments.AttachmentLinks;
import dev.countersign.host.identity.KeptSecret;
import dev.countersign.host.identity.KeyStoreFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files of messages: by key and by link, never to be run, and not of what is held back. */
public interface Attaching extends OnProduct {
  String NAME = "Prüfbericht \u76e3\u67fb.html";
  byte[] BYTES = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

  @Test
  default void an_attachment_is_downloaded_byte_for_byte_to_be_saved() {
    var file = sent() + "/attachments/" + encoded(NAME);
    var answer = product().agent().get(file).expecting(200);
    assertAll(
        () -> assertArrayEquals(BYTES, product().agent().download(file)),
        () -> assertEquals("text/html", header(answer, "Content-Type")),
        () -> assertTrue(header(answer, "Content-Disposition").startsWith("attachment;")),
        () ->
            assertTrue(
                header(answer, "Content-Disposition").endsWith("filename*=UTF-8''" + encoded(NAME)),
                header(answer, "Content-Disposition")),
        () -> assertTrue(header(answer, "Content-Security-Policy").endsWith("; sandbox")),
        () -> assertEquals("nosniff", header(answer, "X-Content-Type-Options")),
        () -> product().agent().get(file + "x").expecting(404),
        () -> product().anonymous().get(file).expecting(401));
  }

  @Test
  default void a_link_needs_no_key_and_no_other_link_is_one() {
    var url = link(sent());
    assertArrayEquals(BYTES, product().anonymous().download(url));
    int token = url.lastIndexOf('/') + 1;
    for (int i = token; i < url.length(); i++) {
      // Each character of the token, as another one of its alphabet.
      char other = url.charAt(i) == 'A' ? 'B' : 'A';
      var changed = url.substring(0, i) + other + url.substring(i + 1);
      assertEquals(404, product().anonymous().get(changed).status(), changed);
    }
    assertAll(
        () -> product().anonymous().get(url + "A").expecting(404),
        () -> product().anonymous().get(url.substring(0, url.length() - 1)).expecting(404),
        () ->
            assertEquals(
                "invalid_link",
                product().anonymous().get("/v1/attachments/a.b").expecting(404).text("code")));
  }

  @Test
  default void a_link_is_worth_what_the_key_is_that_made_it() {
    var key = product().newKey("read", Map.of());
    var reader = product().anonymous().with(key.text("api_key"));
    var file = sent() + "/attachments/" + encoded(NAME);
    var url = relative(reader.get(file + "/url").expecting(200).text("url"));
    product().anonymous().get(url).expecting(200);
    product().admin().delete("/v1/api-keys/" + key.text("id")).expecting(200);
    product().anonymous().get(url).expecting(403);
  }

  @Test
  default void a_link_that_is_over_or_names_what_its_key_may_not_see_opens_nothing() {
    var links =
        new AttachmentLinks(
            new KeptSecret(
                KeyStoreFile.in(Product.dataFolder(), "links", Optional.empty()), "links.1"));
    var good = link(sent());
    var link = links.read(good.substring(good.lastIndexOf('/') + 1)).orElseThrow();
    var other = SecondTenant.in(product().database());
    var theirs =
        product()
            .anonymous()
            .with(other.agentKey())
            .post("/v1/mailboxes/" + other.mailboxId() + "/send", Drafts.to(Drafts.somebody()))
            .expecting(202)
            .text("id");
    long now = System.currentTimeMillis();
    assertAll(
        () ->
            assertEquals(
                "link_expired",
                followed(links, link.tenant(), link.email(), now - 1).expecting(410).text("code")),
        () -> followed(links, link.tenant(), link.email(), now + 60_000).expecting(200),
        () -> followed(links, link.tenant(), theirs, now + 60_000).expecting(404),
        () -> followed(links, "ten_other", link.email(), now + 60_000).expecting(404));
  }

  /** {@return what a link opens that this server might have made: its signature is good} */
  private Answer followed(AttachmentLinks links, String tenant, String email, long expires) {
    var made = link(sent());
    var mine = links.read(made.substring(made.lastIndexOf('/') + 1)).orElseThrow();
    var link = new AttachmentLink(tenant, mine.key(), email, 0, expires);
    return product().anonymous().get("/v1/attachments/" + links.token(link));
  }

  @Test
  default void files_of_held_mail_and_of_others_cannot_be_downloaded_or_linked() {
    var box = product().newMailbox();
    product().admin().patch("/v1/mailboxes/" + box, Map.of("oversight_mode", "gated_all"));
    var address = product().admin().get("/v1/mailboxes/" + box).text("address");
    var id =
        Letters.from(Drafts.somebody())
            .with("plan.html", "<script>alert(1)</script>")
            .receivedFor(product(), address);
    var file = "/v1/mailboxes/" + box + "/emails/" + id + "/attachments/plan.html";
    product().agent().get(file).expecting(404);
    product().agent().get(file + "/url").expecting(404);
    var overseers = relative(product().overseer().get(file + "/url").expecting(200).text("url"));
    product().anonymous().get(overseers).expecting(200);
    product().decide(id, "approve").expecting(200);
    product().agent().get(file).expecting(200);
    var other = product().anonymous().with(SecondTenant.in(product().database()).agentKey());
    other.get(file).expecting(404);
    other.get(file + "/url").expecting(404);
  }

  /** {@return where a message with the file is} */
  private String sent() {
    var attachment =
        Map.of(
            "name",
            NAME,
            "content_type",
            "text/html",
            "content_base64",
            Base64.getEncoder().encodeToString(BYTES));
    var draft = Drafts.with(Drafts.to(Drafts.somebody()), "attachments", List.of(attachment));
    return product().mailboxPath() + "/emails/" + product().send(draft).expecting(202).text("id");
  }

  private String link(String email) {
    var answer =
        product().agent().get(email + "/attachments/" + encoded(NAME) + "/url").expecting(200);
    assertAll(
        () -> assertEquals(3600, answer.json().path("expires_in").asInt()),
        () -> assertEquals(BYTES.length, answer.json().path("size_bytes").asInt()),
        () -> assertEquals(NAME, answer.text("filename")),
        () -> assertEquals("text/html", answer.text("content_type")));
    return relative(answer.text("url"));
  }

  private static String relative(String url) {
    return url.substring(url.indexOf("/v1/attachments/"));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String header(Answer answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
