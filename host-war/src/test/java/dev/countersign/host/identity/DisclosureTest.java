package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.Drafts;
import dev.countersign.host.mail.ReadableBody;
import dev.countersign.host.mail.Rfc5322;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** That an AI agent wrote a message is said in both headers and in every form of the body. */
class DisclosureTest {
  private static final SigningKeys KEYS = keys();
  private static final String LINE = ReadableBody.DISCLOSURE;

  @Provide
  Arbitrary<Draft> drafts() {
    return Drafts.any();
  }

  @Property(tries = 200)
  void disclosure_is_complete(@ForAll("drafts") Draft draft) throws Exception {
    MimeMessage open = message(draft, Optional.of(Claims.example()));
    assertEquals(1, open.getHeader(IdentityHeaders.IDENTITY).length);
    assertArrayEquals(new String[] {"true"}, open.getHeader(IdentityHeaders.AI_GENERATED));
    for (String body : bodies(open)) {
      assertEquals(1, ownLines(body), body);
    }
    MimeMessage silent = message(draft, Optional.empty());
    assertNull(silent.getHeader(IdentityHeaders.IDENTITY));
    assertNull(silent.getHeader(IdentityHeaders.AI_GENERATED));
    for (String body : bodies(silent)) {
      assertEquals(0, ownLines(body), body);
    }
  }

  @Example
  void a_reply_that_quotes_a_disclosed_message_says_it_once_for_itself() throws Exception {
    for (String reply :
        List.of(
            "Thanks.\n\n> Hello.\n>\n> " + LINE,
            "Thanks.\n\nOn Monday you wrote:\n\nHello.\n\n" + LINE,
            "> Hello.\n> " + LINE + "\n\nThanks.\n\n" + LINE + "\n")) {
      for (String body : bodies(message(with(reply), Optional.of(Claims.example())))) {
        assertEquals(1, ownLines(body), body);
        assertTrue(
            body.replaceAll("\\s*</body></html>\\s*", "").stripTrailing().endsWith(end(body)));
      }
    }
  }

  @Example
  void composing_a_message_again_says_it_no_second_time() throws Exception {
    Draft draft = with("Hello.");
    for (int i = 0; i < 3; i++) {
      String text = bodies(message(draft, Optional.of(Claims.example()))).getFirst();
      assertEquals("Hello.\n\n" + LINE + "\n", text.replace("\r\n", "\n"));
      draft = with(text);
    }
  }

  private static String end(String body) {
    return body.contains("<html>") ? "<p>" + LINE + "</p>" : LINE;
  }

  /** In HTML a line of its own is a paragraph outside of quotations. */
  private static long ownLines(String body) {
    return body.replaceAll("(?s)<blockquote>.*?</blockquote>", "")
        .lines()
        .filter(line -> line.equals(LINE) || line.equals("<p>" + LINE + "</p>"))
        .count();
  }

  private static Draft with(String text) {
    Draft like = SignedMail.draft();
    return new Draft(
        like.from(),
        like.to(),
        like.cc(),
        like.bcc(),
        like.subject(),
        new Body.Markdown(text),
        List.of(),
        like.threading());
  }

  private static MimeMessage message(Draft draft, Optional<IdentityClaim> claim)
      throws MessagingException {
    return Rfc5322.parse(SignedMail.bytes(draft, claim, KEYS));
  }

  private static List<String> bodies(Part part) throws MessagingException, IOException {
    List<String> found = new ArrayList<>();
    if (part.getContent() instanceof Multipart multipart) {
      for (int i = 0; i < multipart.getCount(); i++) {
        found.addAll(bodies(multipart.getBodyPart(i)));
      }
    } else if (part.getDisposition() == null) {
      found.add(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return found;
  }

  private static SigningKeys keys() {
    try {
      return SignedMail.keys(Files.createTempDirectory("disclosure"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
