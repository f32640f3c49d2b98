package dev.countersign.conformance.mailin;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.host.domains.dns.Resolvers;
import dev.countersign.host.inbound.Provenance;
import dev.countersign.host.inbound.ReadingLimits;
import dev.countersign.host.inbound.Received;
import dev.countersign.host.inbound.ReceivedMail;
import dev.countersign.host.inbound.authentication.Authenticator;
import dev.countersign.host.inbound.reports.MailReport;
import dev.countersign.host.inbound.reports.ReportReader;
import dev.countersign.host.inbound.text.HtmlToMarkdown;
import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.ReadableBody;
import dev.countersign.host.platform.Limits;
import dev.countersign.kernel.SpamVerdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each hostile message is read within the limits, and nothing in it reaches a reader as code. */
class HostileMailTest {
  private static final EmailAddress HERE = EmailAddress.parse("agent@countersign.localhost");
  private static final ReadingLimits LIMITS = ReadingLimits.of(new Limits());
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final List<String> CODE =
      List.of("<script", "<svg", "<iframe", "<img", "<style", "href=\"javascript:", "href=\"data:");

  private final Authenticator authenticator =
      new Authenticator(new Resolvers(List.of(), Duration.ofMillis(10)));

  private static Draft read(byte[] message) {
    var handed = Provenance.handedIn(SpamVerdict.CLEAN);
    return ReceivedMail.of(new Received(HERE, message, handed), LIMITS).content();
  }

  @Test
  void every_hostile_message_is_read_within_the_limits() {
    var part = ReportPart.begin("hostile-mail");
    Map<String, byte[]> mails = HostileMail.all();
    assertTrue(mails.size() >= 100, mails.size() + " messages");
    mails.forEach(
        (name, mail) -> {
          Draft draft = assertTimeoutPreemptively(LONGEST, () -> read(mail), name);
          assertTrue(draft.attachments().size() <= Draft.ATTACHMENTS_MAX, name);
          assertTrue(
              draft.body().text().getBytes(StandardCharsets.UTF_8).length <= Body.BYTES_MAX, name);
          noCode(name, draft);
          assertNotNull(
              assertTimeoutPreemptively(
                  LONGEST,
                  () ->
                      authenticator.examine(
                          mail, new Authenticator.From(Optional.empty(), "", ""), 0)),
              name);
          assertNotNull(ReportReader.read(mail), name);
        });
    part.count("hostile messages", mails.size()).passed();
  }

  /** On a stack like that of the server's own threads. */
  @Test
  void no_message_costs_more_than_its_length() {
    var part = ReportPart.begin("costly-mail");
    Map<String, byte[]> mails = CostlyMail.all();
    var from = new Authenticator.From(Optional.empty(), "", "");
    assertAll(
        mails.entrySet().stream()
            .map(
                each ->
                    () -> {
                      byte[] mail = each.getValue();
                      assertTimeoutPreemptively(
                          LONGEST,
                          () -> {
                            Draft draft = read(mail);
                            noCode(each.getKey(), draft);
                            Optional<MailReport> report = ReportReader.read(mail);
                            assertNotNull(report);
                            assertNotNull(authenticator.examine(mail, from, 0));
                          },
                          each.getKey());
                    }));
    part.count("costly messages", mails.size()).passed();
  }

  /** As the approver's page gets it: what is no Markdown is put there as text. */
  private static void noCode(String name, Draft draft) {
    if (draft.body() instanceof Body.Markdown markdown) {
      String shown = new ReadableBody(markdown, false).htmlFragment().toLowerCase(Locale.ROOT);
      for (String code : CODE) {
        assertFalse(shown.contains(code), name + ": " + code);
      }
      // What hides in a charset that nobody reads is not even HTML.
      assertFalse(
          markdown.text().contains("IGNORE") && !name.contains("UTF-7"),
          name + ": " + markdown.text());
    }
    assertFalse(draft.subject().contains("\u202E"), name);
    draft.attachments().forEach(file -> assertFalse(file.name().contains("/"), name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>One<p>Two                                        | One¶¶Two
          <b>bold</b> and <i>italic</i>                       | **bold** and *italic*
          <h2>Title</h2>text                                  | ## Title¶¶text
          <ul><li>a<li>b</ul>                                 | - a¶- b
          <ol><li>a<li>b</ol>                                 | 1. a¶2. b
          <blockquote>said</blockquote>yes                    | > said¶¶yes
          <a href='https://a.example/x'>here</a>              | [here](https://a.example/x)
          <a href='javascript:x'>here</a>                     | here
          <a href='mailto:a@b.example'>mail</a>               | [mail](mailto:a@b.example)
          1 * 2 * 3 _x_                                       | 1 \\* 2 \\* 3 \\_x\\_
          a<br>b                                              | a  ¶b
          <p># no heading</p>                                 | \\# no heading
          <img src=x alt='The logo'>                          | \\[The logo\\]
          <img src=x alt='t' width=1 height=1>z               | z
          <p style='color:#fff;background:#FFF'>x</p>y        | y
          <pre>a < b</pre>                                    | ``````¶a < b¶``````
          """)
  void html_becomes_markdown_that_says_the_same(String html, String markdown) {
    assertEquals(markdown.replace('¶', '\n'), HtmlToMarkdown.convert(html, 10_000).strip());
  }
}
