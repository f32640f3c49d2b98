package dev.countersign.host.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Claims: the founding document's example, and any. */
final class Claims {
  private Claims() {}

  static IdentityClaim example() {
    return new IdentityClaim(
        true,
        List.of("send", "reply", "read"),
        Instant.parse("2026-03-15T09:30:00Z"),
        Instant.ofEpochSecond(1_773_750_600),
        "acme-corp",
        "gated_send",
        "sha256:" + "a1b2c3d4".repeat(8),
        IdentityClaim.SERVICE,
        true);
  }

  static Arbitrary<IdentityClaim> any() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .ofMaxLength(30)
            .filter(s -> StandardCharsets.UTF_8.newEncoder().canEncode(s));
    Arbitrary<Instant> time =
        Arbitraries.longs().between(-10_000_000_000L, 250_000_000_000L).map(Instant::ofEpochSecond);
    Arbitrary<Instant> signed =
        Arbitraries.longs().between(0, 250_000_000_000L).map(Instant::ofEpochSecond);
    Arbitrary<String> mode = Arbitraries.of("read_only", "gated_all", "gated_send", "monitored");
    Arbitrary<String> hash =
        Arbitraries.strings().withChars("0123456789abcdef").ofLength(64).map(h -> "sha256:" + h);
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(flag, text.list().ofMaxSize(4), time, signed, text, mode, hash, text)
        .flatAs(
            (ai, capabilities, created, iat, operator, oversight, reputation, service) ->
                flag.map(
                    verified ->
                        new IdentityClaim(
                            ai,
                            capabilities,
                            created,
                            iat,
                            operator,
                            oversight,
                            reputation,
                            service,
                            verified)));
  }
}
