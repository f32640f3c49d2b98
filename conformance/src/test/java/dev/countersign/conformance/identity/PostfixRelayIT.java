package dev.countersign.conformance.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.MailPeer;
import dev.countersign.conformance.running.Postfix;
import dev.countersign.conformance.running.ReceivedMail;
import dev.countersign.host.identity.IdentityVerification;
import dev.countersign.host.identity.Reason;
import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.Envelope;
import dev.countersign.host.mail.Outcome;
import dev.countersign.host.mail.Rfc5322;
import dev.countersign.host.mail.SmtpTimeouts;
import dev.countersign.host.mail.SmtpTransport;
import dev.countersign.host.mail.SmtpUrl;
import dev.countersign.host.mail.Threading;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signed mail on its way through a real mail server. */
@Tag("one-database")
class PostfixRelayIT {
  private static final Sender SENDER = Sender.inNewFolder();
  private static final Pattern ENCODED =
      Pattern.compile(
          "(?s)(Content-Transfer-Encoding: )quoted-printable(\r\n\r\n)(.*?)(?=\r\n--|\\z)");

  private static final MailPeer NEXT_HOP = new MailPeer();
  private static @Nullable Postfix postfix;

  @BeforeAll
  static void start() {
    postfix = Postfix.handingOnTo(NEXT_HOP.url());
  }

  @AfterAll
  static void stop() {
    if (postfix != null) {
      postfix.close();
    }
    NEXT_HOP.close();
  }

  @Test
  void mail_still_verifies_after_a_real_relay_stamped_it() throws Exception {
    var part = ReportPart.begin("identity-postfix");
    int relayed = 0;
    for (Draft shape : Samples.shapes()) {
      var recipient = Drafts.somebody();
      var arrived = relayed(SENDER.mail(shape, relayed % 2 == 0).message(), recipient);
      assertTrue(arrived.text().contains("by relay.example (Postfix)"), arrived.text());
      assertVerified(arrived);
      relayed++;
    }
    part.count("messages relayed and verified", relayed).passed();
  }

  @Test
  void mail_still_verifies_after_postfix_encoded_its_8_bit_text_again() throws Exception {
    var signed = SENDER.wire(eightBit(), true);
    var raw = decoded(signed);
    assertTrue(raw.text().contains("Content-Transfer-Encoding: 8bit"), raw.text());
    assertVerified(raw);
    var message = Rfc5322.parse(raw.bytes());
    var arrived = relayed(message, Drafts.somebody());
    assertTrue(
        arrived.text().contains("Content-Transfer-Encoding: quoted-printable"), arrived.text());
    assertEquals(-1, arrived.text().indexOf("Content-Transfer-Encoding: 8bit"));
    assertVerified(arrived);
  }

  @Test
  void the_claim_of_a_forwarded_copy_verifies_when_the_message_no_longer_does() throws Exception {
    var arrived =
        relayed(SENDER.mail(Samples.shapes().getFirst(), true).message(), Drafts.somebody());
    var footer = "\r\n_______________\r\nlist mailing list\r\n";
    var changed =
        new Wire(arrived.withValue("Subject", old -> "[list] " + old).text() + footer)
            .onTop("List-Id: <list.example>")
            .onTop("Sender: list-bounces@list.example");
    var message = Rfc5322.parse(changed.bytes());
    var forwarded = relayed(message, Drafts.somebody());
    var verdict =
        assertInstanceOf(
            IdentityVerification.Refused.class,
            IdentityVerification.verify(forwarded.bytes(), SENDER.keys()));
    assertEquals(List.of(Reason.SIGNATURE_INVALID), verdict.reasons());
    assertEquals("gated_send", verdict.claim().orElseThrow().claim().oversight());
  }

  private static Draft eightBit() {
    var shape = Samples.shapes().getFirst();
    return new Draft(
        shape.from(),
        shape.to(),
        List.of(),
        List.of(),
        "Grüße, folded and long, " + "with many words ".repeat(20),
        new Body.Markdown(
            "Über allem steht ein *Wort*, das länger ist.\n\n> Quoted: 1 = 1\n\n"
                + "long and longer ".repeat(60)
                + "\n\n.\n\nEnd \n"),
        List.of(),
        Threading.NONE);
  }

  /** The same message with its text in 8 bits, as another program might have sent it. */
  private static Wire decoded(Wire signed) {
    return new Wire(
        ENCODED
            .matcher(signed.text())
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(1) + "8bit" + found.group(2) + unquoted(found.group(3)))));
  }

  private static String unquoted(String text) {
    var joined = text.replaceAll("=\r\n", "");
    return Pattern.compile("=([0-9A-F]{2})")
        .matcher(joined)
        .replaceAll(
            hex ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
  }

  /** {@return the message as the next hop got it} */
  private static Wire relayed(MimeMessage message, String recipient) throws Exception {
    var transport =
        new SmtpTransport(
            SmtpUrl.parse(Objects.requireNonNull(postfix).url()),
            SmtpTimeouts.DEFAULT,
            Optional.empty());
    var envelope =
        new Envelope(
            EmailAddress.parse("agent@example.org"), List.of(EmailAddress.parse(recipient)));
    try (var session = transport.open()) {
      assertInstanceOf(Outcome.Accepted.class, session.send(message, envelope));
    }
    return Wire.of(new ReceivedMail(NEXT_HOP.onlyMailFor(recipient)).bytes());
  }

  private static void assertVerified(Wire wire) {
    assertInstanceOf(
        IdentityVerification.Verified.class,
        IdentityVerification.verify(wire.bytes(), SENDER.keys()),
        wire.text());
  }
}
