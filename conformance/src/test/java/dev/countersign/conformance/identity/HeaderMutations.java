package dev.countersign.conformance.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be done to the headers that the message signature covers. */
final class HeaderMutations {
  static final List<String> COVERED =
      List.of(
          "From",
          "Sender",
          "Reply-To",
          "To",
          "Cc",
          "Subject",
          "Date",
          "Message-ID",
          "In-Reply-To",
          "References",
          "X-AI-Generated",
          "X-MultiMail-Identity",
          "X-MultiMail-Agent-Id",
          "X-MultiMail-Tenant",
          "X-MultiMail-Oversight-Mode");
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final List<Mutation> made = new ArrayList<>();

  private HeaderMutations() {}

  static List<Mutation> of(Wire signed, Wire other) {
    var mutations = new HeaderMutations();
    for (String name : COVERED) {
      mutations.ofField(name, signed, other);
    }
    mutations.ofStructure(signed);
    return mutations.made;
  }

  private void ofField(String name, Wire signed, Wire other) {
    add("add " + name, signed.onTop(name + ": forged@example.com"));
    add(
        "add " + name + " below",
        signed.atHeadersEnd(name.toLowerCase(Locale.ROOT) + ":forged@example.com"));
    add("add an empty " + name, signed.onTop(name + ":"));
    signed
        .valueOf(name)
        .ifPresent(
            value -> {
              add("remove " + name, signed.without(name));
              add("repeat " + name, signed.onTop(name + ": " + value));
              add(
                  "rename " + name,
                  new Wire(signed.text().replace("\r\n" + name + ":", "\r\nX-Old-" + name + ":")));
              add("lengthen " + name, signed.withValue(name, old -> old + "x"));
              add("put a word before " + name, signed.withValue(name, old -> "x " + old));
              add("empty " + name, signed.withValue(name, old -> ""));
              add("put NUL into " + name, signed.withValue(name, old -> old + "\0"));
              other
                  .valueOf(name)
                  .filter(theirs -> !theirs.equals(value))
                  .ifPresent(theirs -> add("move " + name, signed.withValue(name, old -> theirs)));
              ofCharacters(name, signed);
            });
  }

  private void ofCharacters(String name, Wire signed) {
    var span = signed.value(name).orElseThrow();
    int step = Math.max(1, (span.end() - span.start()) / 40);
    for (int at = span.start(); at < span.end(); at += step) {
      char c = signed.text().charAt(at);
      if (!Character.isWhitespace(c)) {
        add(
            "change " + name + " at " + (at - span.start()),
            signed.withCharacterAt(at, another(c)));
      }
    }
  }

  private void ofStructure(Wire signed) {
    add("remove MIME-Version", signed.without("MIME-Version"));
    add("repeat MIME-Version", signed.onTop("MIME-Version: 1.0"));
    add("another MIME-Version", signed.withValue("MIME-Version", old -> "2.0"));
    add("a line of spaces", signed.atHeadersEnd("   "));
    add("a line without a field", signed.atHeadersEnd("hello"));
    add("a space before the colon", new Wire(signed.text().replace("Subject:", "Subject :")));
    add("a folded first line", new Wire(" folded\r\n" + signed.text()));
    for (int at = signed.text().indexOf("\r\n");
        at < signed.bodyStart() - 4;
        at = signed.text().indexOf("\r\n", at + 2)) {
      add("the header ends at " + at, signed.insertedAt(at, "\r\n"));
    }
  }

  /** {@return another character, which no decoder takes for the same} */
  static char another(char c) {
    int index = BASE64.indexOf(c);
    return index < 0 ? 'A' : BASE64.charAt(index ^ 32);
  }

  private void add(String what, Wire wire) {
    made.add(new Mutation(what, wire));
  }
}
