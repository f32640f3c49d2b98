package dev.countersign.host.identity.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {
  private static final String MIXED = "Content-Type: multipart/mixed; boundary=b\n\n";

  @Test
  void parts_are_numbered_outermost_first() throws Exception {
    List<Part> parts =
        parts(
            MIXED
                + "preamble\n--b\nContent-Type: multipart/alternative; boundary=\"c d\"\n\n"
                + "--c d\n\nplain\n--c d\nContent-Type: TEXT/html\n\n<p>\n--c d--\n"
                + "--b \t\nContent-Disposition: attachment; filename=a.txt;\n\nfile\n--b--\nepilogue");
    assertEquals(
        List.of(
            "1 multipart/mixed",
            "1.1 multipart/alternative",
            "1.1.1 text/plain",
            "1.1.2 text/html",
            "1.2 text/plain"),
        parts.stream().map(part -> part.number() + " " + part.mediaType()).toList());
    assertEquals("plain", leaf(parts.get(2)).content());
    assertTrue(leaf(parts.get(4)).attachment());
    assertEquals(Optional.of("a.txt"), leaf(parts.get(4)).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filename=\"Bericht \\\"Q1\\\".pdf\"",
        "filename*=UTF-8''Bericht%20%22Q1%22.pdf",
        "filename*0*=utf-8'de'Bericht%20; filename*1=\"\\\"Q1\\\"\"; filename*2*=%2Epdf",
        "filename*0=Beri; filename*1=\"cht \\\"Q1\\\".pdf\"",
        " FileName = \"Bericht \\\"Q1\\\".pdf\" ; size=1 ;"
      })
  void a_name_is_the_same_however_it_is_written(String parameters) throws Exception {
    Part part = parts("Content-Disposition: attachment; " + parameters + "\n\nx").get(0);
    assertEquals(Optional.of("Bericht \"Q1\".pdf"), leaf(part).name());
  }

  @Test
  void spaces_in_a_name_count() throws Exception {
    Part part = parts("Content-Disposition: attachment;\n\tfilename=\"a  b\" \n\nx").get(0);
    assertEquals(Optional.of("a  b"), leaf(part).name());
  }

  @Test
  void transfer_encodings_are_undone() throws Exception {
    for (String body :
        List.of(
            "base64\n\nSMOk\ndXNlci A\nrPSAK\n",
            "Quoted-Printable\n\nH=C3=A4us=  \ner +=3d\r\n",
            "8BIT\n\nH\u00c3\u00a4user += \n\n")) {
      Part part = parts("Content-Transfer-Encoding: " + body).get(0);
      String text = new String(leaf(part).canonicalContent(), StandardCharsets.UTF_8);
      assertTrue(text.startsWith("H\u00e4user +"), body);
    }
  }

  static Stream<String> ambiguous() {
    return Stream.of(
        "Content-Type: text/plain\nContent-Type: text/html\n\nx",
        "Content-Type: \n\nx",
        "Content-Type: plain\n\nx",
        "Content-Type: text/plain (html)\n\nx",
        "Content-Type: text/plain; charset=utf-8; CHARSET=utf-7\n\nx",
        "Content-Type: text/plain; charset*=utf-8''utf-7\n\nx",
        "Content-Type: text/plain; charset=\"utf-8\n\nx",
        "Content-Type: text/plain; name=a; name*=utf-8''b\n\nx",
        "Content-Type: text/plain; name*=latin1''b\n\nx",
        "Content-Type: text/plain; name*=utf-8''%C3\n\nx",
        "Content-Type: text/plain; name*=utf-8''%zz\n\nx",
        "Content-Type: text/plain; name*1=b\n\nx",
        "Content-Type: text/plain; name*0=a; name*2=b\n\nx",
        "Content-Type: a/b; name=x\nContent-Disposition: attachment; filename=y\n\nx",
        "Content-Transfer-Encoding: x-uuencode\n\nx",
        "Content-Transfer-Encoding: base64\n\nAAA",
        "Content-Transfer-Encoding: base64\n\nAA==AAAA",
        "Content-Transfer-Encoding: base64\n\nAAAA\n-- \nfooter",
        "Content-Transfer-Encoding: quoted-printable\n\n=zz",
        "Content-Transfer-Encoding: quoted-printable\n\n=4",
        "Content-Transfer-Encoding: quoted-printable\n\n\u00e9",
        MIXED + "no part",
        MIXED + "--b\n\nno end\n",
        MIXED + "--b\n\none\n--bc\n\ntwo\n--b--\n",
        MIXED + "--b\n\none\n--b--\n--b\n\ntwo\n--b--\n",
        MIXED + "--b\nno header\n--b--\n",
        "Content-Transfer-Encoding: base64\n" + MIXED + "--b\n\none\n--b--\n",
        MIXED.replace("mixed", "digest") + "--b\n\none\n--b--\n",
        "Content-Type: multipart/mixed\n\n--b\n\none\n--b--\n",
        "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n\none\n----\n",
        "MIME-Version: 1.0\n\nx",
        " folded before any field\n\nx",
        "Subject: x\n \n\nx",
        "no field\n\nx",
        "Sub ject: x\n\nx",
        "Subject : x\n\nx",
        ": x\n\nx",
        "Subject: \0\n\nx");
  }

  @ParameterizedTest
  @MethodSource("ambiguous")
  void what_readers_could_take_differently_is_malformed(String message) {
    assertThrows(MalformedMessageException.class, () -> parts(message));
  }

  @Test
  void a_message_that_is_not_mime_is_malformed() {
    assertThrows(MalformedMessageException.class, () -> Part.all(Entity.of("Subject: x\n\nx")));
  }

  @Test
  void depth_and_number_of_parts_end() throws Exception {
    String many = MIXED + "--b\n\n".repeat(999) + "x\n--b--\n";
    assertEquals(1_000, parts(many).size());
    assertThrows(
        MalformedMessageException.class, () -> parts(MIXED + "--b\n\n".repeat(1_000) + "--b--\n"));
    assertEquals(20, parts(nested(19)).size());
    assertThrows(MalformedMessageException.class, () -> parts(nested(20)));
  }

  @Test
  void hostile_sizes_are_read_in_one_pass() throws Exception {
    String spaces = " ".repeat(1 << 22) + "x";
    assertEquals(1, parts("Subject: a\n\n" + spaces).size());
    assertEquals(1, parts("Subject:" + " x\n".repeat(1 << 19) + "\n").size());
    assertEquals(
        1,
        parts("Content-Transfer-Encoding: quoted-printable\n\n" + "= \n".repeat(1 << 20)).size());
    String unclosed = "Content-Type: a/b; name=\"" + "\\a".repeat(1 << 18) + "\n\n";
    assertThrows(MalformedMessageException.class, () -> parts(unclosed));
  }

  private static String nested(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append("Content-Type: multipart/mixed; boundary=b-")
          .append(i)
          .append("-\n\n--b-")
          .append(i)
          .append("-\n");
    }
    text.append("\nleaf\n");
    for (int i = depth - 1; i >= 0; i--) {
      text.append("--b-").append(i).append("---\n");
    }
    return text.toString();
  }

  private static Leaf leaf(Part part) {
    return part.leaf().orElseThrow();
  }

  private static List<Part> parts(String message) throws MalformedMessageException {
    return Part.all(Entity.of("MIME-Version: 1.0\n" + message));
  }
}
