package dev.countersign.conformance.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.countersign.host.identity.ClaimCheck;
import dev.countersign.host.identity.ClaimToken;
import dev.countersign.host.identity.IdentityClaim;
import dev.countersign.host.identity.JwkSet;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws about the claim, tried on the Java that signs and verifies. */
class ClaimLawsTest {
  private static final Sender SENDER = Sender.inNewFolder();

  @Provide
  Arbitrary<IdentityClaim> claims() {
    return ClaimSamples.any();
  }

  @Property(tries = 500)
  void canonical_is_injective(
      @ForAll("claims") IdentityClaim one, @ForAll("claims") IdentityClaim other) {
    // Who can be read back from the bytes has them to itself.
    assertEquals(Optional.of(one), IdentityClaim.ofCanonicalBytes(one.canonicalBytes()));
    assertEquals(
        one.equals(other), text(one.canonicalBytes()).equals(text(other.canonicalBytes())));
  }

  @Example
  void tamper_evident_ai_generated() {
    assertRefused("\"ai_generated\":true", "\"ai_generated\":false");
  }

  @Example
  void tamper_evident_every_field() {
    assertEquals(9, ClaimMutations.LIES.size());
    ClaimMutations.LIES.forEach(ClaimLawsTest::assertRefused);
  }

  private static void assertRefused(String truth, String lie) {
    var signed = SENDER.wire(Samples.shapes().getFirst(), true);
    var halves = signed.token().split("\\.", -1);
    JwkSet keys = SENDER.keys().keys(new KeyOwner.Service());
    assertInstanceOf(ClaimCheck.Valid.class, ClaimToken.check(signed.token(), keys));
    var payload = text(Base64.getUrlDecoder().decode(halves[0]));
    var forged = payload.replace(truth, lie);
    assertNotEquals(payload, forged, truth);
    var token =
        Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(forged.getBytes(StandardCharsets.UTF_8))
            + "."
            + halves[1];
    assertEquals(
        new ClaimCheck.Invalid(Reason.CLAIM_SIGNATURE_INVALID), ClaimToken.check(token, keys), lie);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
