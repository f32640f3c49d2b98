package dev.countersign.host.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class ComposerTest {
  private static final Instant NOON = Instant.parse("2026-03-17T12:30:00Z");

  @Provide
  Arbitrary<Draft> drafts() {
    return Drafts.any();
  }

  @Property(tries = 300)
  void what_was_approved_is_what_a_reader_reads(@ForAll("drafts") Draft draft) throws Exception {
    MimeMessage read = received(compose(draft, false));
    assertEquals(draft.subject(), read.getSubject() == null ? "" : read.getSubject());
    assertAddresses(List.of(draft.from()), read, "From");
    if (!draft.to().isEmpty()) {
      assertAddresses(draft.to(), read, "To");
    }
    assertAddresses(draft.cc(), read, "Cc");
    assertEquals(draft.threading().inReplyTo().map(MessageId::value), header(read, "In-Reply-To"));
    String references = header(read, "References").orElse("").replaceAll("\\s+", " ");
    assertEquals(
        String.join(" ", draft.threading().references().stream().map(MessageId::value).toList()),
        references);
    assertEquals(lines(draft.body().text()), lines(plainText(read)));
    List<BodyPart> files = attachments(read);
    assertEquals(draft.attachments().size(), files.size());
    for (int i = 0; i < files.size(); i++) {
      Attachment sent = draft.attachments().get(i);
      assertEquals(sent.name(), files.get(i).getFileName());
      assertEquals(sent.contentType(), files.get(i).getContentType());
      assertArrayEquals(sent.bytes(), files.get(i).getInputStream().readAllBytes());
    }
  }

  @Property(tries = 300)
  void no_relay_has_a_reason_to_encode_again(@ForAll("drafts") Draft draft) throws Exception {
    ComposedMail mail = compose(draft, true);
    String wire = new String(Rfc5322.bytes(mail.message()), StandardCharsets.UTF_8);
    assertTrue(wire.lines().allMatch(line -> line.length() <= 998), "a line is too long");
    assertFalse(wire.replace("\r\n", "").contains("\r"), "a bare CR");
    assertFalse(wire.replace("\r\n", "").contains("\n"), "a bare LF");
    boolean utf8 =
        Stream.of(List.of(draft.from()), draft.to(), draft.cc())
            .flatMap(List::stream)
            .anyMatch(EmailAddress::needsSmtpUtf8);
    assertEquals(utf8, wire.chars().anyMatch(c -> c > 0x7E));
  }

  @Property(tries = 300)
  void bcc_and_the_overseers_copy_are_in_the_envelope_only(@ForAll("drafts") Draft draft)
      throws Exception {
    EmailAddress overseer = EmailAddress.parse("overseer-copy@oversight.example");
    EmailAddress hidden = EmailAddress.parse("hidden-bcc@oversight.example");
    Draft copied =
        new Draft(
            draft.from(),
            draft.to(),
            draft.cc(),
            List.of(hidden),
            draft.subject(),
            draft.body(),
            draft.attachments(),
            draft.threading());
    ComposedMail mail = Composer.compose(copied, stamp(false, Optional.of(overseer)));
    List<String> recipients =
        mail.envelope().recipients().stream().map(EmailAddress::address).toList();
    assertTrue(recipients.containsAll(List.of(hidden.address(), overseer.address())));
    for (EmailAddress named : draft.to()) {
      assertEquals(1, Collections.frequency(recipients, named.address()));
    }
    String wire = new String(Rfc5322.bytes(mail.message()), StandardCharsets.UTF_8);
    assertFalse(wire.contains("oversight.example"), "a hidden recipient is named");
    assertEquals(Optional.empty(), header(mail.message(), "Bcc"));
  }

  @Property(tries = 150)
  void any_text_is_refused_or_leaves_the_list_of_headers_as_it_is(
      @ForAll String subject, @ForAll String name, @ForAll String address, @ForAll String file)
      throws Exception {
    List<String> usual = headerNames(draftOf("s", "n", "a@example.org", "f"));
    for (String hostile :
        List.of("%s", "a%s", "a\r\nX-Evil: %s", "a\n%s", "=?UTF-8?Q?%s=0D=0A?=")) {
      assertRefusedOrUsual(usual, hostile.replace("%s", subject), "n", "a@example.org", "f");
      assertRefusedOrUsual(usual, "s", hostile.replace("%s", name), "a@example.org", "f");
      assertRefusedOrUsual(usual, "s", "n", hostile.replace("%s", address) + "@b.example", "f");
      assertRefusedOrUsual(usual, "s", "n", "a@b." + hostile.replace("%s", address), "f");
      assertRefusedOrUsual(usual, "s", "n", "a@example.org", hostile.replace("%s", file));
    }
  }

  @Example
  void text_that_readers_would_decode_arrives_as_it_was_approved() throws Exception {
    String sly = "=?UTF-8?Q?Pay_me?=";
    Draft draft = draftOf(sly, sly, "a@example.org", "f");
    MimeMessage read = received(compose(draft, false));
    assertEquals(sly, read.getSubject());
    assertEquals(sly, ((InternetAddress) read.getFrom()[0]).getPersonal());
  }

  @Example
  void a_message_to_nobody_by_name_says_so() throws Exception {
    Draft simple = Drafts.simple("s", new Body.PlainText("b"));
    Draft bccOnly =
        new Draft(
            simple.from(),
            List.of(),
            List.of(),
            simple.to(),
            "s",
            simple.body(),
            List.of(),
            Threading.NONE);
    MimeMessage read = received(compose(bccOnly, false));
    assertEquals(Optional.of("undisclosed-recipients:;"), header(read, "To"));
  }

  @Example
  void the_callers_message_id_and_date_are_kept() throws Exception {
    MimeMessage read = received(compose(Drafts.simple("s", new Body.Markdown("b")), true));
    assertEquals("<01J00000000000000000000000@example.org>", read.getMessageID());
    assertEquals(Optional.of("Tue, 17 Mar 2026 12:30:00 +0000"), header(read, "Date"));
    assertEquals(Optional.of("1.0"), header(read, "MIME-Version"));
  }

  private static void assertRefusedOrUsual(
      List<String> usual, String subject, String name, String address, String file)
      throws Exception {
    Draft draft;
    try {
      draft = draftOf(subject, name, address, file);
    } catch (InvalidMailException refused) {
      return;
    }
    assertEquals(usual, headerNames(draft));
  }

  private static Draft draftOf(String subject, String name, String address, String file) {
    EmailAddress someone = EmailAddress.of(address, Optional.of(name));
    return new Draft(
        someone,
        List.of(someone),
        List.of(someone),
        List.of(),
        subject,
        new Body.PlainText("b"),
        List.of(new Attachment(file, "text/plain", new byte[] {1})),
        Threading.NONE);
  }

  /** The names of all headers of all parts, in order. */
  private static List<String> headerNames(Draft draft) throws Exception {
    MimeMessage read = received(compose(draft, true));
    Multipart parts = (Multipart) read.getContent();
    Stream<String> names = Collections.list(read.getAllHeaders()).stream().map(Header::getName);
    for (int i = 0; i < parts.getCount(); i++) {
      names =
          Stream.concat(
              names,
              Collections.list(parts.getBodyPart(i).getAllHeaders()).stream().map(Header::getName));
    }
    return names.toList();
  }

  private static ComposedMail compose(Draft draft, boolean disclosure) {
    return Composer.compose(draft, stamp(disclosure, Optional.empty()));
  }

  private static Stamp stamp(boolean disclosure, Optional<EmailAddress> overseer) {
    return new Stamp(
        new MessageId("<01J00000000000000000000000@example.org>"), NOON, disclosure, overseer);
  }

  private static MimeMessage received(ComposedMail mail) throws MessagingException {
    return Rfc5322.parse(Rfc5322.bytes(mail.message()));
  }

  private static void assertAddresses(List<EmailAddress> sent, MimeMessage read, String header)
      throws Exception {
    String value = header(read, header).map(MimeUtility::unfold).orElse("");
    InternetAddress[] got = InternetAddress.parseHeader(value, false);
    assertEquals(sent.size(), got.length, value);
    for (int i = 0; i < got.length; i++) {
      assertEquals(sent.get(i).wireAddress(), got[i].getAddress());
      assertEquals(sent.get(i).displayName(), Optional.ofNullable(got[i].getPersonal()));
    }
  }

  private static Optional<String> header(MimeMessage message, String name)
      throws MessagingException {
    String @Nullable [] values = message.getHeader(name);
    return values == null ? Optional.empty() : Optional.of(values[0]);
  }

  private static String plainText(Part part) throws MessagingException, IOException {
    Object content = part.getContent();
    return content instanceof Multipart multipart
        ? plainText(multipart.getBodyPart(0))
        : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static List<BodyPart> attachments(MimeMessage message) throws Exception {
    if (!message.isMimeType("multipart/mixed")) {
      return List.of();
    }
    Multipart mixed = (Multipart) message.getContent();
    return java.util.stream.IntStream.range(1, mixed.getCount())
        .mapToObj(
            i -> {
              try {
                return mixed.getBodyPart(i);
              } catch (MessagingException e) {
                throw new AssertionError(e);
              }
            })
        .toList();
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
