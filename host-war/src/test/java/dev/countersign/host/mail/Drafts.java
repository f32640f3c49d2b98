package dev.countersign.host.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of drafts, from short Unicode pieces so that fields often look alike. */
public final class Drafts {
  private Drafts() {}

  public static Arbitrary<Draft> any() {
    return Combinators.combine(
            address(),
            address().list().ofMinSize(1).ofMaxSize(3),
            address().list().ofMaxSize(2),
            address().list().ofMaxSize(2),
            line(),
            body(),
            attachment().list().ofMaxSize(2),
            threading())
        .as(Draft::new);
  }

  public static Arbitrary<EmailAddress> address() {
    Arbitrary<String> local =
        Arbitraries.strings().withChars("ab.+é用").ofMinLength(1).ofMaxLength(6);
    Arbitrary<String> domain = Arbitraries.of("example.org", "bücher.example", "localhost");
    return Combinators.combine(local.filter(Drafts::isDotAtom), domain, line().optional())
        .as((l, d, name) -> new EmailAddress(l, d, name));
  }

  /** Any characters that may stand on a header line. */
  public static Arbitrary<String> line() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(40),
            Arbitraries.strings().withChars(" ab\"\\<>,=?é世\uD83D\uDE00").ofMaxLength(20))
        .filter(Drafts::isLine);
  }

  public static Arbitrary<Body> body() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(200),
                Arbitraries.strings().withChars("a.b >*`#\r\n\t-_é世").ofMaxLength(60))
            .filter(Drafts::isText);
    return Arbitraries.oneOf(text.map(Body.Markdown::new), text.map(Body.PlainText::new));
  }

  public static Arbitrary<Attachment> attachment() {
    Arbitrary<String> name =
        Arbitraries.strings().withChars("ab.é世 -'%;()").ofMinLength(1).ofMaxLength(30);
    Arbitrary<String> type =
        Arbitraries.of("application/pdf", "text/csv; charset=utf-8", "image/png");
    Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(100);
    return Combinators.combine(name.filter(Drafts::isFileName), type, bytes).as(Attachment::new);
  }

  private static Arbitrary<Threading> threading() {
    Arbitrary<MessageId> id =
        Arbitraries.strings()
            .withChars("abc.")
            .ofMinLength(1)
            .ofMaxLength(5)
            .map(left -> new MessageId("<" + left + "@example.org>"));
    return Combinators.combine(id.optional(), id.list().ofMaxSize(3)).as(Threading::new);
  }

  private static boolean isDotAtom(String text) {
    return !text.startsWith(".") && !text.endsWith(".") && !text.contains("..");
  }

  private static boolean isFileName(String text) {
    return text.equals(text.strip()) && !text.isBlank() && !text.endsWith(".");
  }

  private static boolean isLine(String text) {
    return isText(text)
        && text.codePoints()
            .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
  }

  private static boolean isText(String text) {
    return text.indexOf('\u0000') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  public static Draft simple(String subject, Body body) {
    return new Draft(
        EmailAddress.of("agent@example.org", Optional.of("The Agent")),
        List.of(EmailAddress.parse("person@example.net")),
        List.of(),
        List.of(),
        subject,
        body,
        List.of(),
        Threading.NONE);
  }
}
