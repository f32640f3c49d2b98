package dev.countersign.conformance.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What can be done to text, files and structure of a message. */
final class BodyMutations {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"([^\"]+)\"");

  private final Wire signed;
  private final List<Mutation> made = new ArrayList<>();

  private BodyMutations(Wire signed) {
    this.signed = signed;
  }

  static List<Mutation> of(Wire signed, Wire other) {
    var mutations = new BodyMutations(signed);
    mutations.ofBytes();
    mutations.ofPartHeaders();
    mutations.ofStructure();
    mutations.add(
        "another body",
        new Wire(
            signed.text().substring(0, signed.bodyStart())
                + other.text().substring(other.bodyStart())));
    return mutations.made;
  }

  private void ofBytes() {
    int step = Math.max(1, (signed.text().length() - signed.bodyStart()) / 600);
    for (int at = signed.bodyStart(); at < signed.text().length(); at += step) {
      char c = signed.text().charAt(at);
      if (!Character.isWhitespace(c)) {
        add("change byte " + at, signed.withCharacterAt(at, HeaderMutations.another(c)));
        add("insert before byte " + at, signed.insertedAt(at, "=41"));
        add("cut from byte " + at, new Wire(signed.text().substring(0, at)));
      }
    }
    // Behind the last delimiter nobody reads; before it a footer is one more part.
    if (!signed.valueOf("Content-Type").orElse("").startsWith("multipart/")) {
      add("a footer", new Wire(signed.text() + "\r\n-- \r\nfooter of a list\r\n"));
    }
  }

  private void ofPartHeaders() {
    replace("text/plain", "text/html");
    replace("text/html", "text/plain");
    replace("text/csv", "text/html");
    replace("application/pdf", "application/x-sh");
    replace("charset=utf-8", "charset=utf-7");
    replace("; charset=utf-8", "");
    replace("charset=utf-8", "charset=utf-8; charset=utf-7");
    replace("charset=utf-8", "charset*=utf-8''utf-7");
    replace("charset=utf-8", "charset=utf-8; format=flowed");
    replace("charset=utf-8", "charset=utf-8; format=flowed; delsp=yes");
    replace("charset=utf-8", "charset=utf-8; name=invoice.exe");
    replace("charset=utf-8", "charset=utf-8\r\nContent-Disposition: attachment");
    replace("charset=utf-8", "charset=utf-8\r\nContent-Type: text/html");
    replace("charset=utf-8", "charset=utf-8 (comment)");
    replace("attachment; filename", "inline; filename");
    replace("attachment; filename", "form-data; filename");
    replace("filename=a.csv", "filename=a.exe");
    replace("filename=a.csv", "filename=\"a .csv\"");
    replace("filename=a.csv", "filename=a.csv; filename=b.csv");
    replace("filename=a.csv", "filename=a.csv; filename*=utf-8''b.csv");
    replace("filename=a.csv", "filename*0=a; filename*1=.cs");
    replace("filename*=UTF-8''", "filename*=UTF-8''x");
    replace("filename*=UTF-8''", "filename*=ISO-8859-1''");
    replace("Content-Disposition: attachment;", "Content-Disposition: attachment; x=1; x=2;");
    replace("application/pdf", "application/pdf; name=other.pdf");
    for (String wrong : List.of("7bit", "base64", "quoted-printable", "x-uuencode", "8bit", "")) {
      for (String right : List.of("base64", "quoted-printable")) {
        if (!wrong.equals(right)) {
          replace("Transfer-Encoding: " + right, "Transfer-Encoding: " + wrong);
        }
      }
    }
    replace("Content-Transfer-Encoding", "Content-Transfer-Encodinh");
    replace("Content-Disposition", "Content-Dispositjon");
  }

  private void ofStructure() {
    var boundaries = BOUNDARY.matcher(signed.text()).results().map(m -> m.group(1)).toList();
    for (String boundary : boundaries) {
      var line = "--" + boundary;
      replace(line + "--", line);
      replace(line + "--", line + "--\r\n" + line + "--");
      replace(line + "--", line + "\r\n\r\nOne more part.\r\n" + line + "--");
      replace(line + "--", line + "--\r\n" + line + "\r\n\r\nAfter the end.\r\n" + line + "--");
      replace(line + "\r\n", line + "x\r\n");
      change(
          "a part first",
          text ->
              text.replaceFirst(
                  Pattern.quote(line + "\r\n"), line + "\r\n\r\nFirst.\r\n" + line + "\r\n"));
      change(
          "a delimiter with a tail",
          text ->
              text.replaceFirst(Pattern.quote(line + "\r\n"), line + "tail\r\n" + line + "\r\n"));
      replace("boundary=\"" + boundary + "\"", "boundary=other");
      replace("boundary=\"" + boundary + "\"", "boundary=\"" + boundary + "\"; boundary=other");
      replace("boundary=\"" + boundary + "\"", "boundary*0=\"" + boundary + "\"");
      replace("boundary=\"" + boundary + "\"", "x=y");
      removedPart(line);
    }
    replace("multipart/mixed", "multipart/alternative");
    replace("multipart/mixed", "multipart/digest");
    replace("multipart/mixed", "multipart/related");
    replace("multipart/alternative", "multipart/mixed");
    replace("multipart/alternative", "text/plain");
    replace(
        "Content-Type: multipart/mixed",
        "Content-Transfer-Encoding: base64\r\nContent-Type: multipart/mixed");
  }

  private void removedPart(String line) {
    int first = signed.text().indexOf(line + "\r\n");
    int second = signed.text().indexOf(line, first + line.length());
    if (first >= 0 && second > first) {
      var text = signed.text();
      add("remove a part", new Wire(text.substring(0, first) + text.substring(second)));
      int third = text.indexOf(line, second + line.length());
      if (third > second) {
        add(
            "exchange two parts",
            new Wire(
                text.substring(0, first)
                    + text.substring(second, third)
                    + text.substring(first, second)
                    + text.substring(third)));
      }
    }
  }

  private void replace(String old, String replacement) {
    change(old + " becomes " + replacement, text -> text.replace(old, replacement));
  }

  private void change(String what, UnaryOperator<String> change) {
    var changed = change.apply(signed.text());
    if (!changed.equals(signed.text())) {
      add(what, new Wire(changed));
    }
  }

  private void add(String what, Wire wire) {
    made.add(new Mutation(what, wire));
  }
}
