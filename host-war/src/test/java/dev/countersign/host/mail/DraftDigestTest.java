package dev.countersign.host.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DraftDigestTest {
  @Provide
  Arbitrary<Draft> drafts() {
    return Drafts.any();
  }

  @Property(tries = 500)
  void equal_drafts_and_only_they_share_a_digest(
      @ForAll("drafts") Draft one, @ForAll("drafts") Draft other) {
    assertEquals(one.equals(other), Arrays.equals(one.digest(), other.digest()));
    assertArrayEquals(one.digest(), copy(one).digest());
  }

  @Property(tries = 300)
  void changing_any_one_field_changes_the_digest(
      @ForAll("drafts") Draft draft, @ForAll("drafts") Draft donor) {
    for (Draft changed : withOneFieldOf(draft, donor)) {
      assertEquals(draft.equals(changed), Arrays.equals(draft.digest(), changed.digest()));
    }
  }

  @Property(tries = 300)
  void moving_a_recipient_between_fields_changes_the_digest(@ForAll("drafts") Draft draft) {
    Assume.that(draft.to().size() > 1);
    EmailAddress moved = draft.to().get(draft.to().size() - 1);
    List<EmailAddress> rest = draft.to().subList(0, draft.to().size() - 1);
    List<EmailAddress> cc = new ArrayList<>(draft.cc());
    cc.add(0, moved);
    List<EmailAddress> bcc = new ArrayList<>(draft.bcc());
    bcc.add(0, moved);
    assertDiffer(draft, replace(draft, rest, cc, draft.bcc(), draft.subject(), draft.body()));
    assertDiffer(draft, replace(draft, rest, draft.cc(), bcc, draft.subject(), draft.body()));
  }

  @Property(tries = 300)
  void moving_text_between_subject_and_body_changes_the_digest(@ForAll("drafts") Draft draft) {
    Assume.that(!draft.subject().isEmpty());
    int cut = draft.subject().offsetByCodePoints(draft.subject().length(), -1);
    String moved = draft.subject().substring(cut);
    Body body = new Body.Markdown(moved + draft.body().text());
    Draft before =
        replace(draft, draft.to(), draft.cc(), draft.bcc(), draft.subject(), markdown(draft));
    assertDiffer(
        before,
        replace(
            draft, draft.to(), draft.cc(), draft.bcc(), draft.subject().substring(0, cut), body));
  }

  @Example
  void the_digest_is_sha_256_of_the_documented_bytes() {
    Draft draft = Drafts.simple("Hi", new Body.PlainText("x"));
    HexFormat hex = HexFormat.of();
    String expected =
        text("countersign-draft-v1")
            + text("agent@example.org")
            + "00000001"
            + text("The Agent")
            + "00000001"
            + text("person@example.net")
            + "00000000"
            + "00000000"
            + "00000000"
            + text("Hi")
            + text("plain")
            + text("x")
            + "00000000"
            + "00000000"
            + "00000000";
    assertArrayEquals(sha256(hex.parseHex(expected)), draft.digest());
  }

  private static List<Draft> withOneFieldOf(Draft d, Draft o) {
    return List.of(
        new Draft(
            o.from(),
            d.to(),
            d.cc(),
            d.bcc(),
            d.subject(),
            d.body(),
            d.attachments(),
            d.threading()),
        replace(d, o.to(), d.cc(), d.bcc(), d.subject(), d.body()),
        replace(d, d.to(), o.cc(), d.bcc(), d.subject(), d.body()),
        replace(d, d.to(), d.cc(), o.bcc(), d.subject(), d.body()),
        replace(d, d.to(), d.cc(), d.bcc(), o.subject(), d.body()),
        replace(d, d.to(), d.cc(), d.bcc(), d.subject(), o.body()),
        new Draft(
            d.from(),
            d.to(),
            d.cc(),
            d.bcc(),
            d.subject(),
            d.body(),
            o.attachments(),
            d.threading()),
        new Draft(
            d.from(),
            d.to(),
            d.cc(),
            d.bcc(),
            d.subject(),
            d.body(),
            d.attachments(),
            o.threading()));
  }

  private static Draft replace(
      Draft d,
      List<EmailAddress> to,
      List<EmailAddress> cc,
      List<EmailAddress> bcc,
      String subject,
      Body body) {
    return new Draft(d.from(), to, cc, bcc, subject, body, d.attachments(), d.threading());
  }

  private static Draft copy(Draft d) {
    List<Attachment> attachments =
        d.attachments().stream()
            .map(a -> new Attachment(a.name(), a.contentType(), a.bytes()))
            .toList();
    EmailAddress from =
        new EmailAddress(
            d.from().localPart(),
            d.from().domain(),
            Optional.of(d.from().displayName().orElse("")));
    return new Draft(
        from, d.to(), d.cc(), d.bcc(), d.subject(), d.body(), attachments, d.threading());
  }

  private static Body markdown(Draft draft) {
    return new Body.Markdown(draft.body().text());
  }

  private static void assertDiffer(Draft one, Draft other) {
    assertFalse(Arrays.equals(one.digest(), other.digest()));
  }

  private static String text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(utf8.length) + hex.formatHex(utf8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
