package dev.countersign.conformance.identity;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A verifier with a planted fault: ours, looking at what is left of a message when it overlooks
 * something.
 *
 * @param asSeen what this verifier makes of a message before it looks closer
 */
record WeakVerifier(String weakness, View asSeen) {
  private static final String SIGNATURE = "X-MultiMail-Signature";
  private static final String CLAIM = "X-MultiMail-Identity";

  /** Sees a mutated message; knows the signed one, to put back what it overlooks. */
  interface View {
    Wire in(Wire mutated, Wire signed);
  }

  static List<WeakVerifier> all() {
    List<WeakVerifier> all = new ArrayList<>();
    for (String name : HeaderMutations.COVERED) {
      all.add(
          new WeakVerifier(
              "does not cover " + name, (seen, signed) -> restored(name, seen, signed)));
    }
    all.add(new WeakVerifier("takes a high s", WeakVerifier::lowS));
    all.add(new WeakVerifier("takes a high s in claims", WeakVerifier::lowSInClaim));
    all.add(new WeakVerifier("takes P1363 for DER", WeakVerifier::derOfP1363));
    all.add(
        new WeakVerifier(
            "takes hex in capitals",
            (seen, signed) -> valued(SIGNATURE, seen, hex -> hex.toLowerCase(Locale.ROOT))));
    all.add(
        new WeakVerifier(
            "takes padding",
            (seen, signed) -> valued(CLAIM, seen, token -> token.replace("=", ""))));
    all.add(new WeakVerifier("takes the first of two", (seen, signed) -> firstOnly(seen)));
    all.add(new WeakVerifier("does not cover the text", WeakVerifier::bodyRestored));
    all.add(
        new WeakVerifier(
            "does not cover file names",
            (seen, signed) -> seen.replacing("filename=a.exe", "filename=a.csv")));
    all.add(
        new WeakVerifier(
            "does not cover media types",
            (seen, signed) -> seen.replacing("text/html", "text/csv")));
    all.add(
        new WeakVerifier(
            "takes a message without MIME-Version",
            (seen, signed) ->
                seen.value("MIME-Version").isPresent() ? seen : seen.onTop("MIME-Version: 1.0")));
    return all;
  }

  private static Wire restored(String name, Wire seen, Wire signed) {
    var stripped = seen;
    while (stripped.value(name).isPresent()) {
      stripped = stripped.without(name);
    }
    var without = stripped;
    return signed.valueOf(name).map(value -> without.onTop(name + ": " + value)).orElse(without);
  }

  private static Wire lowS(Wire seen, Wire signed) {
    return valued(SIGNATURE, seen, hex -> hex(EcdsaNumbers.ofDer(bytes(hex)).highS().der()));
  }

  private static Wire lowSInClaim(Wire seen, Wire signed) {
    return valued(
        CLAIM,
        seen,
        token -> {
          var halves = token.replaceAll("\\s", "").split("\\.", -1);
          var numbers = EcdsaNumbers.ofP1363(Base64.getUrlDecoder().decode(halves[1]));
          var low = Base64.getUrlEncoder().withoutPadding().encodeToString(numbers.highS().p1363());
          return halves[0] + "." + low;
        });
  }

  private static Wire derOfP1363(Wire seen, Wire signed) {
    return valued(SIGNATURE, seen, hex -> hex(EcdsaNumbers.ofP1363(bytes(hex)).der()));
  }

  private static Wire firstOnly(Wire seen) {
    var text = seen.text();
    for (String name : HeaderMutations.COVERED) {
      var lines = Pattern.compile("(?m)^" + Pattern.quote(name) + ": .*\r\n(?:[ \\t].*\r\n)*");
      var found = lines.matcher(text);
      boolean one = found.find();
      if (one && found.find(found.end())) {
        text = text.substring(0, found.start()) + text.substring(found.end());
      }
    }
    return new Wire(text);
  }

  private static Wire bodyRestored(Wire seen, Wire signed) {
    return new Wire(
        seen.text().substring(0, seen.bodyStart()) + signed.text().substring(signed.bodyStart()));
  }

  // A value that has another form stays as it is.
  private static Wire valued(String name, Wire seen, UnaryOperator<String> change) {
    try {
      return seen.value(name).isPresent() ? seen.withValue(name, change) : seen;
    } catch (IllegalArgumentException | IndexOutOfBoundsException otherForm) {
      return seen;
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
