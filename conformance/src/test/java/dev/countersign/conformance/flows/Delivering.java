package dev.countersign.conformance.flows;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What arrives is what was approved, in the form that mail has. */
public interface Delivering extends OnProduct {
  String DISCLOSURE = "This email was sent by an AI agent.";

  @Test
  default void markdown_arrives_as_text_and_html() {
    var mail = product().deliver(Drafts.to(Drafts.somebody()));
    assertAll(
        () ->
            assertEquals(List.of("multipart/alternative", "text/plain", "text/html"), mail.types()),
        () ->
            assertTrue(mail.text("text/plain").startsWith("All **seven** findings are closed.\n")),
        () -> assertTrue(mail.text("text/html").contains("<strong>seven</strong>")));
  }

  @Test
  default void plain_text_arrives_as_plain_text() {
    var recipient = Drafts.somebody();
    var draft =
        Map.of(
            "to", recipient, "subject", "Plain", "text_body", "2 * 3 * 4 < 25 & <b>not bold</b>");
    var mail = product().deliver(draft, recipient);
    assertAll(
        () -> assertEquals(List.of("text/plain"), mail.types()),
        () -> assertTrue(mail.text("text/plain").startsWith("2 * 3 * 4 < 25 & <b>not bold</b>\n")));
  }

  @Test
  default void the_disclosure_line_is_there_once_in_every_form() {
    var mail = product().deliver(Drafts.to(Drafts.somebody()));
    assertAll(
        () -> assertEquals(1, count(DISCLOSURE, mail.text("text/plain"))),
        () -> assertEquals(1, count(DISCLOSURE, mail.text("text/html"))));
  }

  @Test
  default void an_author_who_writes_the_disclosure_line_does_not_double_it() {
    var draft = Drafts.with(Drafts.to(Drafts.somebody()), "markdown", "Hello.\n\n" + DISCLOSURE);
    var mail = product().deliver(draft);
    assertAll(
        () -> assertEquals(1, count(DISCLOSURE, mail.text("text/plain"))),
        () -> assertEquals(1, count(DISCLOSURE, mail.text("text/html"))));
  }

  @Test
  default void bcc_recipients_get_the_message_and_nobody_else_learns_of_them() {
    var to = Drafts.somebody();
    var cc = Drafts.somebody();
    var bcc = Drafts.somebody();
    var draft = Drafts.with(Drafts.with(Drafts.to(to), "cc", List.of(cc)), "bcc", List.of(bcc));
    product().deliver(draft, to);
    for (var recipient : List.of(to, cc, bcc)) {
      var mail = new ReceivedMail(product().mail().onlyMailFor(recipient));
      var whole = new String(mail.bytes(), StandardCharsets.ISO_8859_1);
      assertAll(
          () -> assertEquals(to, mail.header("To")),
          () -> assertEquals(cc, mail.header("Cc")),
          () -> assertFalse(whole.contains(bcc), "the hidden recipient is in the message"));
    }
  }

  @Test
  default void every_message_has_a_message_id_of_its_own_that_the_agent_can_see() {
    var recipient = Drafts.somebody();
    var id = product().sendAndAwaitHold(Drafts.to(recipient));
    product().decide(id, "approve").expecting(200);
    var first = new ReceivedMail(product().mail().onlyMailFor(recipient)).header("Message-ID");
    var second = product().deliver(Drafts.to(Drafts.somebody())).header("Message-ID");
    assertAll(
        () -> assertTrue(first.matches("<[^<>@ ]+@[^<>@ ]+>"), first),
        () -> assertEquals(first, product().read(id).text("internet_message_id")),
        () -> assertNotEquals(first, second));
  }

  @Test
  default void attachments_arrive_byte_for_byte_under_their_names() {
    var bytes = new byte[70_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    var attachment =
        Map.of(
            "name",
            "Prüfbericht 監査.pdf",
            "content_type",
            "application/pdf",
            "content_base64",
            Base64.getEncoder().encodeToString(bytes));
    var mail =
        product()
            .deliver(Drafts.with(Drafts.to(Drafts.somebody()), "attachments", List.of(attachment)));
    assertAll(
        () -> assertEquals("multipart/mixed", mail.types().getFirst()),
        () -> assertTrue(mail.types().contains("application/pdf")),
        () -> assertArrayEquals(bytes, mail.attachment("Prüfbericht 監査.pdf")));
  }

  @Test
  default void subjects_and_domains_in_other_scripts_arrive() {
    var local = Drafts.somebody().replaceFirst("@.*", "");
    var subject = "Prüfbericht für März: 監査の結果 ✓ " + "sehr ".repeat(40) + "lang";
    var draft =
        Map.<String, Object>of(
            "to",
            "Jürgen Müller <" + local + "@bücher.example>",
            "subject",
            subject,
            "markdown",
            "x");
    var mail = product().deliver(draft, local + "@xn--bcher-kva.example");
    assertAll(
        () -> assertEquals(subject, mail.readable("Subject")),
        () -> assertTrue(mail.readable("To").contains("Jürgen Müller"), mail.readable("To")),
        () -> assertTrue(mail.header("Subject").chars().allMatch(c -> c < 0x80)));
  }

  @Test
  default void mailbox_names_in_other_scripts_arrive() {
    var recipient = "jürgen" + Drafts.somebody();
    var mail = product().deliver(Drafts.to(recipient));
    assertEquals(recipient, mail.utf8("To"));
  }

  private static int count(String part, String whole) {
    return whole.split(Pattern.quote(part), -1).length - 1;
  }
}
