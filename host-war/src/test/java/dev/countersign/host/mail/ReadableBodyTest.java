package dev.countersign.host.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableBodyTest {
  private static final String LINE = ReadableBody.DISCLOSURE;

  @Provide
  Arbitrary<Body> bodies() {
    return Drafts.body();
  }

  @Property
  void the_line_is_there_exactly_once_in_text_and_html(@ForAll("bodies") Body body) {
    ReadableBody readable = new ReadableBody(body, true);
    assertEquals(1, count(readable.text()));
    assertEquals(1, count(readable.htmlDocument()));
    var author = Sections.of(body.text().replace("\r\n", "\n").replace('\r', '\n'));
    // Below it there is only what programs fold away.
    if (author.signature().isBlank() && author.quotation().isBlank()) {
      assertTrue(readable.text().endsWith(LINE + "\n"));
      assertTrue(readable.htmlFragment().endsWith("<p>" + LINE + "</p>\n"));
    }
  }

  @Property
  void without_disclosure_the_text_is_the_authors(@ForAll("bodies") Body body) {
    ReadableBody readable = new ReadableBody(body, false);
    assertEquals(body.text().replace("\r\n", "\n").replace('\r', '\n'), readable.text());
    assertEquals(0, count(readable.htmlDocument()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi\n\n" + LINE,
        "Hi\n" + LINE + "\n\n",
        "Hi\r\n" + LINE,
        LINE + "\n" + LINE,
        "Yes.\n\nYou wrote:\nHi\n" + LINE + "\nBye"
      })
  void a_draft_that_has_the_line_gets_no_second_one(String text) {
    assertEquals(1, count(new ReadableBody(new Body.Markdown(text), true).text()));
    assertEquals(1, count(new ReadableBody(new Body.Markdown(text), true).htmlDocument()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is untrue to say: " + LINE,
        "> " + LINE,
        "> On Monday somebody wrote:\n" + LINE,
        "- " + LINE,
        "    " + LINE
      })
  void a_line_that_says_something_else_does_not_count_as_the_disclosure(String text) {
    ReadableBody readable = new ReadableBody(new Body.Markdown(text), true);
    assertTrue(readable.text().endsWith("\n\n" + LINE + "\n"), readable.text());
    assertTrue(readable.htmlFragment().endsWith("\n<p>" + LINE + "</p>\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "[x](javascript:alert(1))",
        "![x](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[x](vbscript:a)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[a]: javascript:alert(1)\n\n[a]"
      })
  void markup_cannot_carry_code(String text) {
    String html =
        new ReadableBody(new Body.Markdown(text), true).htmlFragment().toLowerCase(Locale.ROOT);
    assertFalse(html.contains("<script"), html);
    assertFalse(html.matches("(?s).*(href|src)=\"(javascript|vbscript|data):.*"), html);
    assertFalse(html.matches("(?s).*<[a-z]+[^>]* onerror=.*"), html);
  }

  @Test
  void a_table_and_a_bare_link_become_html() {
    String html =
        new ReadableBody(new Body.Markdown("|a|b|\n|-|-|\n|1|2|\n\nhttps://example.org"), false)
            .htmlFragment();
    assertTrue(html.contains("<table>"), html);
    assertTrue(html.contains("href=\"https://example.org\">https://example.org</a>"), html);
  }

  private static int count(String text) {
    return text.split(java.util.regex.Pattern.quote(LINE), -1).length - 1;
  }
}
