package dev.countersign.conformance.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What can be done to the claim, alone and as a part of the message. */
final class ClaimMutations {
  private static final String HEADER = "X-MultiMail-Identity";
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  /** Each member of the claim, and a lie in its place. */
  static final Map<String, String> LIES =
      Map.of(
          "\"ai_generated\":true", "\"ai_generated\":false",
          "\"capabilities\":[\"send\"", "\"capabilities\":[\"approve\"",
          "\"created\":\"2026", "\"created\":\"2016",
          "\"iat\":", "\"iat\":1",
          "\"operator\":\"", "\"operator\":\"not ",
          "\"oversight\":\"gated_send\"", "\"oversight\":\"autonomous\"",
          "\"reputation_hash\":\"sha256:a", "\"reputation_hash\":\"sha256:b",
          "\"service\":\"multimail\"", "\"service\":\"multimai1\"",
          "\"verified_operator\":true", "\"verified_operator\":false");

  private final Wire signed;
  private final String payload;
  private final String signature;
  private final List<Mutation> made = new ArrayList<>();

  private ClaimMutations(Wire signed) {
    this.signed = signed;
    var halves = signed.token().split("\\.", -1);
    payload = halves[0];
    signature = halves[1];
  }

  static List<Mutation> of(Wire signed, Wire other) {
    var mutations = new ClaimMutations(signed);
    mutations.ofMembers();
    mutations.ofForm();
    mutations.ofSignature();
    mutations.with("of another message", other.token());
    mutations.with(
        "signature of another", mutations.payload + "." + other.token().split("\\.", -1)[1]);
    mutations.made.add(new Mutation("claim removed", signed.without(HEADER)));
    mutations.made.add(
        new Mutation("claim and mark removed", signed.without(HEADER).without("X-AI-Generated")));
    mutations.made.add(
        new Mutation("claim repeated", signed.onTop(HEADER + ": " + signed.token())));
    return mutations.made;
  }

  private void ofMembers() {
    var json = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    LIES.forEach((truth, lie) -> signedAs("lie " + lie, json.replace(truth, lie)));
    signedAs("a member more", json.replace("{", "{\"a\":1,"));
    signedAs("a member twice", json.replace("{", "{\"ai_generated\":false,"));
    signedAs("spaces", json.replace(",", ", "));
    signedAs("escapes", json.replace("multimail", "multima\\u0069l"));
    for (int at = 0; at < payload.length(); at += 3) {
      with(
          "claim at " + at,
          payload.substring(0, at)
              + HeaderMutations.another(payload.charAt(at))
              + payload.substring(at + 1)
              + "."
              + signature);
    }
  }

  private void ofForm() {
    for (int end = 0; end < signature.length(); end++) {
      with("cut at " + end, payload + "." + signature.substring(0, end));
    }
    for (int end = 0; end < payload.length(); end += 7) {
      with("payload cut at " + end, payload.substring(0, end) + "." + signature);
    }
    for (String bad :
        List.of(
            "",
            ".",
            payload,
            payload + ".",
            "." + signature,
            payload + "." + signature + ".",
            payload + "." + signature + "=",
            payload + "=." + signature,
            payload + "." + signature + "A",
            payload + "!." + signature,
            signature + "." + payload,
            payload + "," + signature,
            payload + ". ." + signature)) {
      with("token " + bad.length(), bad);
    }
    with(
        "stray bits",
        payload + "." + signature.substring(0, 85) + (char) (signature.charAt(85) + 1));
  }

  private void ofSignature() {
    var numbers = EcdsaNumbers.ofP1363(Base64.getUrlDecoder().decode(signature));
    with("DER for P1363", payload + "." + BASE64URL.encodeToString(numbers.der()));
    for (EcdsaNumbers forged : numbers.forgeries()) {
      with("claim with " + forged, payload + "." + BASE64URL.encodeToString(forged.p1363()));
    }
    for (int at = 0; at < signature.length(); at++) {
      with(
          "signature at " + at,
          payload
              + "."
              + signature.substring(0, at)
              + HeaderMutations.another(signature.charAt(at))
              + signature.substring(at + 1));
    }
  }

  private void signedAs(String what, String json) {
    with(what, BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "." + signature);
  }

  private void with(String what, String token) {
    made.add(new Mutation("claim: " + what, signed.withValue(HEADER, old -> token)));
  }
}
