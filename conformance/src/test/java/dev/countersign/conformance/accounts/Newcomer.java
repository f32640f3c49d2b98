package dev.countersign.conformance.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.Answer;
import dev.countersign.conformance.running.Api;
import dev.countersign.conformance.running.Drafts;
import dev.countersign.conformance.running.Product;
import dev.countersign.conformance.running.Waiting;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody who wants an account: an agent that calls, and a person who reads mail. */
final class Newcomer {
  private final Product product;
  final Api api;
  final String email = Drafts.somebody();

  private Newcomer(Product product) {
    this.product = product;
    this.api = product.anonymous().saying("X-Test-Client", UUID.randomUUID().toString());
  }

  /** From a network address that nobody else calls from. */
  static Newcomer to(Product product) {
    return new Newcomer(product);
  }

  /** A puzzle of the server, solved as its description says. */
  Map<String, Object> solution() {
    var puzzle = api.post("/v1/account/challenge", Map.of()).expecting(200).json();
    return Map.of(
        "algorithm", puzzle.path("algorithm").asText(),
        "challenge", puzzle.path("challenge").asText(),
        "number", number(puzzle),
        "salt", puzzle.path("salt").asText(),
        "signature", puzzle.path("signature").asText());
  }

  private static long number(JsonNode puzzle) {
    var wanted = puzzle.path("challenge").asText();
    for (long number = 0; number <= puzzle.path("maxnumber").asLong(); number++) {
      if (sha256(puzzle.path("salt").asText() + number).equals(wanted)) {
        return number;
      }
    }
    throw new AssertionError("the puzzle has no solution: " + puzzle);
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that has to be said, with a puzzle that was solved. */
  Map<String, Object> wish() {
    Map<String, Object> wish = new HashMap<>();
    wish.put("operator_name", "Acme " + UUID.randomUUID());
    wish.put("oversight_email", email);
    wish.put("accepted_tos", true);
    wish.put("accepted_operator_agreement", true);
    wish.put("accepted_anti_spam_policy", true);
    wish.put("pow_solution", solution());
    return wish;
  }

  Answer ask() {
    return api.post("/v1/account", wish()).expecting(200);
  }

  Answer confirm(String code) {
    return api.post("/v1/confirm", Map.of("code", code));
  }

  /** {@return the first that fits in the newest mail to this person with one} */
  String mailed(Pattern what) {
    return Waiting.until("a mail with " + what, () -> found(what), found -> !found.isEmpty())
        .getLast();
  }

  private List<String> found(Pattern what) {
    return product.mail().mailFor(email).stream()
        .flatMap(
            mail -> {
              try {
                return what.matcher(String.valueOf(mail.getContent()).replaceAll("=\\r?\\n", ""))
                    .results();
              } catch (IOException | MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .map(match -> match.group(1))
        .toList();
  }
}
