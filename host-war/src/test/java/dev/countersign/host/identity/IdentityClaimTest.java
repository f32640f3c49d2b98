package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;

class IdentityClaimTest {
  private static final String EXAMPLE =
      "{\"ai_generated\":true,\"capabilities\":[\"send\",\"reply\",\"read\"],"
          + "\"created\":\"2026-03-15T09:30:00Z\",\"iat\":1773750600,\"operator\":\"acme-corp\","
          + "\"oversight\":\"gated_send\",\"reputation_hash\":\"sha256:"
          + "a1b2c3d4".repeat(8)
          + "\",\"service\":\"multimail\",\"verified_operator\":true}";

  @Provide
  Arbitrary<IdentityClaim> claims() {
    return Claims.any();
  }

  @Example
  void the_founding_example_is_written_as_published() {
    assertEquals(EXAMPLE, new String(Claims.example().canonicalBytes(), StandardCharsets.UTF_8));
  }

  @Property
  void the_canonical_form_is_that_of_rfc_8785(@ForAll("claims") IdentityClaim claim)
      throws Exception {
    byte[] own = claim.canonicalBytes();
    assertArrayEquals(new JsonCanonicalizer(own).getEncodedUTF8(), own);
  }

  @Property
  void a_claim_is_read_back_from_its_bytes(@ForAll("claims") IdentityClaim claim) {
    assertEquals(Optional.of(claim), IdentityClaim.ofCanonicalBytes(claim.canonicalBytes()));
  }

  @Property
  void equal_claims_and_only_they_share_their_bytes(
      @ForAll("claims") IdentityClaim one, @ForAll("claims") IdentityClaim other) {
    assertEquals(one.equals(other), Arrays.equals(one.canonicalBytes(), other.canonicalBytes()));
  }

  @Example
  void any_other_spelling_of_a_claim_is_not_one() {
    for (String other :
        List.of(
            EXAMPLE.replace(",\"iat\"", ", \"iat\""),
            EXAMPLE.replace("true,\"cap", "true,\"ai_generated\":true,\"cap"),
            EXAMPLE.replace("1773750600", "1773750600.0"),
            EXAMPLE.replace("1773750600", "1.7737506E9"),
            EXAMPLE.replace("acme-corp", "acme\\u002dcorp"),
            EXAMPLE.replace("09:30:00Z", "09:30:00.000Z"),
            EXAMPLE.replace("\"verified_operator\":true", "\"verified_operator\":1"),
            EXAMPLE.replace(",\"service\":\"multimail\"", ""),
            EXAMPLE.replace("}", ",\"z\":1}"),
            EXAMPLE.replace("true", "null"),
            EXAMPLE + " ",
            "[]",
            "null",
            "",
            "{")) {
      byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
      assertEquals(Optional.empty(), IdentityClaim.ofCanonicalBytes(bytes), other);
    }
    byte[] broken = EXAMPLE.getBytes(StandardCharsets.UTF_8);
    broken[EXAMPLE.indexOf("acme")] = (byte) 0xFF;
    assertEquals(Optional.empty(), IdentityClaim.ofCanonicalBytes(broken));
  }

  @Example
  void the_reputation_hash_is_over_the_published_form() throws Exception {
    ReputationCounters counters = new ReputationCounters(120, 3, 0, 1, 42);
    String form =
        "{\"account_age_days\":42,\"bounced\":3,\"complained\":0,\"rejected\":1,\"sent\":120}";
    assertEquals(form, new String(counters.canonicalBytes(), StandardCharsets.UTF_8));
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(form.getBytes(StandardCharsets.UTF_8));
    assertEquals("sha256:" + java.util.HexFormat.of().formatHex(digest), counters.hash());
    assertThrows(IllegalArgumentException.class, () -> new ReputationCounters(1, -1, 0, 0, 0));
  }
}
