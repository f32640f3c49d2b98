package dev.countersign.conformance.identity;

import dev.countersign.host.mail.Attachment;
import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.MessageId;
import dev.countersign.host.mail.Threading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Shrinkable;

/** Drafts of every shape, and drafts of any Unicode. */
final class Samples {
  private static final EmailAddress FROM = EmailAddress.parse("\"The Agent\" <agent@example.org>");
  private static final EmailAddress TO = EmailAddress.parse("Jürgen <person@example.net>");
  private static final Attachment TABLE =
      new Attachment("a.csv", "text/csv", "a,b\r\n1,é\n".getBytes(StandardCharsets.UTF_8));
  private static final Attachment REPORT =
      new Attachment("Bericht für Q1 – Übersicht.pdf", "application/pdf", new byte[] {1, 2, 3, 4});
  private static final Threading REPLY =
      new Threading(
          Optional.of(new MessageId("<q@example.net>")),
          List.of(new MessageId("<p@example.net>"), new MessageId("<q@example.net>")));

  private Samples() {}

  /** Plain text, text with HTML, files, a reply, many recipients. Each body needs encoding. */
  static List<Draft> shapes() {
    var text = new Body.PlainText("Grüße aus dem Norden.\n\nAlles = gut.\n");
    var rich =
        new Body.Markdown("# Bericht\n\nAll **good**; see the [file](https://a.example/?b=c). é\n");
    var world = new Body.Markdown("世界 \uD83D\uDE00\n\n- eins\n- zwei\n");
    return List.of(
        draft("Plain", text, List.of(), Threading.NONE),
        draft(
            "Rich, with Grüße and a subject that is long enough to be folded somewhere",
            rich,
            List.of(),
            Threading.NONE),
        draft("With a table", text, List.of(TABLE), Threading.NONE),
        draft("Re: everything", rich, List.of(TABLE, REPORT), REPLY),
        draft("世界", world, List.of(REPORT), REPLY));
  }

  private static Draft draft(
      String subject, Body body, List<Attachment> files, Threading threading) {
    return new Draft(
        FROM,
        List.of(TO, EmailAddress.parse("second@example.net")),
        List.of(EmailAddress.parse("copy@example.net")),
        List.of(EmailAddress.parse("hidden@example.net")),
        subject,
        body,
        files,
        threading);
  }

  /** Subject, names, bodies and file names of any characters that a draft may have. */
  static Arbitrary<Draft> unicode() {
    var address =
        Combinators.combine(Arbitraries.of("a", "b.c", "é", "用"), line().optional())
            .as((local, name) -> new EmailAddress(local, "example.org", name));
    var file =
        Combinators.combine(fileName(), Arbitraries.bytes().array(byte[].class).ofMaxSize(60))
            .as((name, bytes) -> new Attachment(name, "application/octet-stream", bytes));
    return Combinators.combine(address, address, line(), body(), file.list().ofMaxSize(2))
        .as(
            (from, to, subject, body, files) ->
                new Draft(
                    from, List.of(to), List.of(), List.of(), subject, body, files, Threading.NONE));
  }

  /** The same number of drafts of any Unicode for the same seed. */
  static Stream<Draft> unicode(long seed, int number) {
    return unicode().generator(1000, true).stream(new Random(seed))
        .map(Shrinkable::value)
        .limit(number);
  }

  private static Arbitrary<String> line() {
    return Arbitraries.strings()
        .ofMaxLength(60)
        .filter(
            text ->
                isUnicode(text)
                    && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029));
  }

  private static Arbitrary<Body> body() {
    var text =
        Arbitraries.strings()
            .ofMaxLength(200)
            .filter(candidate -> isUnicode(candidate) && candidate.indexOf('\0') < 0);
    return Arbitraries.oneOf(text.map(Body.Markdown::new), text.map(Body.PlainText::new));
  }

  private static Arbitrary<String> fileName() {
    return line().map(text -> text.replaceAll("[/\\\\:*?\"<>|]", "_")).filter(Samples::isFileName);
  }

  private static boolean isFileName(String name) {
    try {
      return new Attachment(name, "application/octet-stream", new byte[0]).size() == 0;
    } catch (dev.countersign.host.mail.InvalidMailException refused) {
      return false;
    }
  }

  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
