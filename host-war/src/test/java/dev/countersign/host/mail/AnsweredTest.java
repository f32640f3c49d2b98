package dev.countersign.host.mail;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweredTest {
  private static final MessageId ID = new MessageId("<one@example.net>");
  private static final Instant WRITTEN = Instant.parse("2026-03-17T12:30:59Z");

  @Provide
  Arbitrary<String> subjects() {
    Arbitrary<String> word =
        Arbitraries.of("Re", "RE", "re", "AW", "Sv", "RE[2]", "Fwd", "WG", "回复", "Réunion", "");
    Arbitrary<String> colon = Arbitraries.of(":", ": ", "：", " : ", " ");
    Arbitrary<String> prefix = Combinators.combine(word, colon).as(String::concat);
    Arbitrary<String> prefixes = prefix.list().ofMaxSize(4).map(words -> String.join("", words));
    Arbitrary<String> rest = Arbitraries.strings().withChars("ab :é世𝄞[1]").ofMaxLength(1100);
    return Combinators.combine(prefixes, rest).as(String::concat).map(AnsweredTest::cut);
  }

  private static String cut(String text) {
    String short_ = text.substring(0, Math.min(text.length(), Draft.SUBJECT_CHARS_MAX));
    return StandardCharsets.UTF_8.newEncoder().canEncode(short_) ? short_ : "cut";
  }

  @Property
  void an_answer_to_an_answer_has_the_same_subject(@ForAll("subjects") String subject) {
    String once = ReplySubject.of(subject);
    assertAll(
        () -> assertEquals(once, ReplySubject.of(once)),
        () -> assertTrue(once.startsWith("Re:"), once),
        () -> assertFalse(once.substring(3).strip().startsWith("Re:"), once),
        () -> assertTrue(once.length() <= Draft.SUBJECT_CHARS_MAX, once),
        () -> assertEquals(once, Drafts.simple(once, new Body.PlainText("x")).subject()));
  }

  @ParameterizedTest
  @CsvSource({
    "Termin, Re: Termin",
    "AW: Termin, Re: Termin",
    "Sv: Möte, Re: Möte",
    "RE[2]: Re: Status, Re: Status",
    "回复：会议, Re: 会议",
    "Отв: Встреча, Re: Встреча",
    "RE\u00A0: Réunion, Re: Réunion",
    "Re (3): re : Re^2: Status, Re: Status",
    "回复：\u3000会议, Re: 会议",
    "返信: 会議, Re: 会議",
    "השב: פגישה, Re: פגישה",
    "Trả lời: Lịch họp, Re: Lịch họp",
    "'', Re:",
    "Re:, Re:",
    "RV: Informe, Re: RV: Informe",
    "Fwd: Re: Status, Re: Fwd: Status|",
    "WG: Termin, Re: WG: Termin",
    "Reminder: today, Re: Reminder: today",
    "Response times, Re: Response times"
  })
  void answers_in_other_languages_count_and_forwards_do_not(String subject, String expected) {
    if (expected.endsWith("|")) {
      // What was forwarded keeps its own words.
      assertEquals("Re: Fwd: Re: Status", ReplySubject.of(subject));
    } else {
      assertEquals(expected, ReplySubject.of(subject));
    }
  }

  @Property
  void references_grow_by_the_answered_message_and_keep_the_first(
      @ForAll @IntRange(max = 100) int before, @ForAll boolean again) {
    var ids = IntStream.range(0, before).mapToObj(i -> new MessageId("<m" + i + "@x>")).toList();
    var id = again && before > 1 ? ids.getLast() : ID;
    var threading = answered(new Threading(Optional.empty(), ids), "x", id).threading();
    var references = threading.references();
    assertAll(
        () -> assertEquals(Optional.of(id), threading.inReplyTo()),
        () -> assertEquals(id, references.getLast()),
        () -> assertEquals(1, references.stream().filter(id::equals).count()),
        () -> assertTrue(references.size() <= Threading.REFERENCES_MAX),
        () -> assertEquals(before == 0 ? id : ids.getFirst(), references.getFirst(), "the first"));
  }

  @Test
  void a_message_without_references_is_joined_by_what_it_answers() {
    var first = new MessageId("<first@x>");
    var threading = answered(new Threading(Optional.of(first), List.of()), "x", ID).threading();
    assertEquals(List.of(first, ID), threading.references());
  }

  @Property
  void a_quotation_holds_every_line_under_marks_within_its_bound(
      @ForAll("texts") String text, @ForAll @IntRange(min = 200, max = 2000) int most) {
    var quotation = answered(Threading.NONE, text, ID).quotation(most);
    var lines = quotation.strip().lines().toList();
    assertAll(
        () -> assertTrue(quotation.getBytes(StandardCharsets.UTF_8).length <= most),
        () -> assertEquals("On 2026-03-17 at 12:30 UTC, ", lines.getFirst().substring(0, 28)),
        () -> assertTrue(lines.stream().skip(1).allMatch(line -> line.startsWith(">"))));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("ab >*`\r\n\té世<&")
        .ofMaxLength(400)
        .filter(text -> !text.isBlank());
  }

  @Property
  void an_answer_is_its_words_the_line_and_the_quotation_in_this_order(
      @ForAll("texts") String words, @ForAll("texts") String quoted) {
    var quotation = answered(Threading.NONE, quoted, ID).quotation(2000);
    var body = new Body.Markdown(words.stripTrailing() + "\n\n" + quotation);
    var text = new ReadableBody(body, true).text();
    int line = text.indexOf("\n" + ReadableBody.DISCLOSURE + "\n\nOn 2026-03-17");
    assertAll(
        () -> assertTrue(line > 0, text),
        () -> assertTrue(text.stripTrailing().endsWith(quotation.stripTrailing())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![x](https://tracker.example/pixel)",
        "<img src=x onerror=alert(1)>",
        "</blockquote></div><script>alert(1)</script>",
        "[pay](https://evil.example)"
      })
  void nothing_that_is_quoted_is_read_as_markup(String hostile) {
    var quotation = answered(Threading.NONE, hostile, ID).quotation(2000);
    var html =
        new ReadableBody(new Body.Markdown("Yes, **do**.\n\n" + quotation), true).htmlFragment();
    assertAll(
        () -> assertTrue(html.contains("<strong>do</strong>"), html),
        () -> assertFalse(html.contains("<img"), html),
        () -> assertFalse(html.contains("<a "), html),
        () -> assertFalse(html.contains("<script"), html),
        () -> assertEquals(1, html.split("</blockquote>", -1).length - 1, html));
  }

  @Test
  void what_was_quoted_there_stands_in_a_block_of_its_own() {
    var html = Quotation.html("On it wrote:\n> Yes.\n>> May I?\n> Yes.");
    assertEquals(
        "<div>\nOn it wrote:<blockquote>\nYes.<blockquote>\nMay I?</blockquote>\nYes."
            + "</blockquote>\n</div>\n",
        html);
  }

  @Test
  void a_signature_stands_between_the_line_and_the_quotation() {
    var draft =
        new Letterhead(Optional.empty(), Optional.empty(), Optional.of("Acme *Ltd*\nBerlin"))
            .on(
                Drafts.simple(
                    "Re: x",
                    new Body.Markdown(
                        "Hi.\n\n" + answered(Threading.NONE, "Old\n-- \nme", ID).quotation(500))));
    var readable = new ReadableBody(draft.body(), true);
    assertAll(
        () ->
            assertEquals(
                "Hi.\n\n"
                    + ReadableBody.DISCLOSURE
                    + "\n\n-- \nAcme *Ltd*\nBerlin\n\n"
                    + "On 2026-03-17 at 12:30 UTC, The Agent <agent@example.org> wrote:\n> Old\n",
                readable.text()),
        () -> assertTrue(readable.htmlFragment().contains("Acme *Ltd*<br>\nBerlin")));
  }

  @Property
  void a_letterhead_twice_is_a_letterhead_once(@ForAll("drafts") Draft draft) {
    var letterhead =
        new Letterhead(
            Optional.of(EmailAddress.parse("copy@example.org")),
            Optional.of(EmailAddress.parse("hidden@example.org")),
            Optional.of("Acme"));
    var once = letterhead.on(draft);
    assertAll(
        () -> assertEquals(once, letterhead.on(once)),
        () -> assertTrue(once.recipients().containsAll(draft.recipients())),
        () ->
            assertFalse(
                Arrays.equals(draft.digest(), once.digest()),
                "an approval of the one is not of the other"));
  }

  @Provide
  Arbitrary<Draft> drafts() {
    return Drafts.any();
  }

  @Test
  void an_answer_goes_where_its_author_wants_it() {
    var wanted = List.of(EmailAddress.parse("answers@example.net"));
    var content = Drafts.simple("x", new Body.PlainText("x"));
    assertAll(
        () -> assertEquals(wanted, new Answered(content, ID, false, wanted, WRITTEN).to()),
        () ->
            assertEquals(
                List.of(content.from()), new Answered(content, ID, false, List.of(), WRITTEN).to()),
        () -> assertEquals(content.to(), new Answered(content, ID, true, List.of(), WRITTEN).to()));
  }

  private static Answered answered(Threading threading, String text, MessageId id) {
    var simple = Drafts.simple("x", new Body.PlainText(text));
    var content =
        new Draft(
            simple.from(),
            simple.to(),
            List.of(),
            List.of(),
            simple.subject(),
            simple.body(),
            List.of(),
            threading);
    return new Answered(content, id, false, List.of(), WRITTEN);
  }
}
