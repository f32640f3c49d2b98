package dev.countersign.conformance.identity;

import dev.countersign.host.identity.IdentityClaim;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Claims of any Unicode, often with what JSON must escape and with parts that look like JSON. */
final class ClaimSamples {
  private ClaimSamples() {}

  static Arbitrary<IdentityClaim> any() {
    var flag = Arbitraries.of(true, false);
    // The model's times are natural numbers.
    var iat = Arbitraries.longs().between(0, 250_000_000_000L).map(Instant::ofEpochSecond);
    var created = Arbitraries.longs().between(-10_000_000_000L, 250_000_000_000L);
    var mode = Arbitraries.of("read_only", "gated_all", "gated_send", "monitored", "autonomous");
    var hash = Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
    return Combinators.combine(
            flag, text().list().ofMaxSize(3), created, iat, text(), mode, hash, text())
        .flatAs(
            (ai, capabilities, since, signed, operator, oversight, reputation, service) ->
                flag.map(
                    verified ->
                        new IdentityClaim(
                            ai,
                            capabilities,
                            Instant.ofEpochSecond(since),
                            signed,
                            operator,
                            oversight,
                            "sha256:" + reputation,
                            service,
                            verified)));
  }

  private static Arbitrary<String> text() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.strings()
                .withChars("\"\\/\b\t\n\f\r\u0000\u001f ,:[]{}\u007fé世")
                .ofMaxLength(12),
            Arbitraries.integers()
                .between(0x10000, 0x10FFFF)
                .map(Character::toString)
                .list()
                .ofMaxSize(3)
                .map(list -> String.join("", list)),
            Arbitraries.of("", "send", "\",\"oversight\":\"autonomous", "\\u0041", "\u2028"))
        .filter(candidate -> StandardCharsets.UTF_8.newEncoder().canEncode(candidate));
  }
}
