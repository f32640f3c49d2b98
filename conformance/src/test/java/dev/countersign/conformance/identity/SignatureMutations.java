package dev.countersign.conformance.identity;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What can be done to the tenant's signature and to who it is said to be of. */
final class SignatureMutations {
  private static final String HEADER = "X-MultiMail-Signature";

  private final Wire signed;
  private final List<Mutation> made = new ArrayList<>();

  private SignatureMutations(Wire signed) {
    this.signed = signed;
  }

  static List<Mutation> of(Wire signed, Wire other) {
    var mutations = new SignatureMutations(signed);
    var hex = signed.valueOf(HEADER).orElseThrow();
    mutations.ofNumbers(EcdsaNumbers.ofDer(HexFormat.of().parseHex(hex)));
    mutations.ofText(hex);
    mutations.with("of another message", other.valueOf(HEADER).orElseThrow());
    mutations.ofNames();
    return mutations.made;
  }

  private void ofNumbers(EcdsaNumbers numbers) {
    for (EcdsaNumbers forged : numbers.forgeries()) {
      with("DER of " + forged, HexFormat.of().formatHex(forged.der()));
      with("P1363 of " + forged, HexFormat.of().formatHex(forged.p1363()));
    }
    with("P1363 for DER", HexFormat.of().formatHex(numbers.p1363()));
    with(
        "long lengths",
        "30820000".replace("0000", String.format("%04x", numbers.der().length - 2))
            + HexFormat.of().formatHex(numbers.der()).substring(4));
    for (byte[] der : numbers.looseDer()) {
      with("DER in another form", HexFormat.of().formatHex(der));
    }
  }

  private void ofText(String hex) {
    for (int end = 0; end < hex.length(); end++) {
      with("cut at " + end, hex.substring(0, end));
    }
    for (int at = 0; at < hex.length(); at++) {
      char digit = Character.forDigit(Character.digit(hex.charAt(at), 16) ^ 1, 16);
      with("digit " + at, hex.substring(0, at) + digit + hex.substring(at + 1));
    }
    with("in capitals", hex.toUpperCase(Locale.ROOT));
    with("with a space", hex.substring(0, 10) + " " + hex.substring(10));
    with("folded", hex.substring(0, 10) + "\r\n " + hex.substring(10));
    with("with 0x", "0x" + hex);
    with("with a byte more", hex + "00");
    with("with a byte before", "00" + hex);
    with("twice", hex + hex);
    made.add(new Mutation("signature removed", signed.without(HEADER)));
    made.add(new Mutation("signature repeated", signed.onTop(HEADER + ": " + hex)));
  }

  private void ofNames() {
    for (String tenant :
        List.of(
            Sender.OTHER_TENANT,
            "ten_01HNOBODY",
            "service",
            "ten-1",
            "../service",
            "t".repeat(65))) {
      made.add(
          new Mutation("tenant " + tenant, signed.withValue("X-MultiMail-Tenant", old -> tenant)));
    }
    for (String mode :
        List.of("autonomous", "monitored", "GATED_SEND", "gated send", "gated_sénd")) {
      made.add(
          new Mutation(
              "mode " + mode, signed.withValue("X-MultiMail-Oversight-Mode", old -> mode)));
    }
  }

  private void with(String what, String value) {
    made.add(new Mutation("signature " + what, signed.withValue(HEADER, old -> value)));
  }
}
