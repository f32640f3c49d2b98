package dev.countersign.conformance.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.host.identity.IdentityVerification;
import dev.countersign.host.identity.JwkSet;
import dev.countersign.host.identity.KeyLookup;
import dev.countersign.host.identity.KeyOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Nothing that is done to a signed message is accepted, and nothing that was not touched refused.
 */
class IdentityMutationsTest {
  private static final int FEWEST = 10_000;
  private static final int UNTOUCHED = 1_000;
  private static final Sender SENDER = Sender.inNewFolder();
  private static final KeyLookup KEYS = keys();
  private static final List<MutatedMail> MAILS = MutatedMail.all(SENDER);

  // An example of jqwik, which makes the untouched messages.
  @Example
  void no_mutation_of_signed_mail_verifies() {
    var part = ReportPart.begin("identity-mutations");
    Map<String, Long> refused = new TreeMap<>();
    for (MutatedMail mail : MAILS) {
      assertTrue(accepts(mail.signed(), KEYS), mail.signed().text());
      for (Mutation mutation : mail.mutations()) {
        var verdict = IdentityVerification.verify(mutation.wire().bytes(), KEYS);
        assertTrue(
            !(verdict instanceof IdentityVerification.Verified),
            () -> mutation.what() + " is accepted:\n" + mutation.wire().text());
        refused.merge(reason(verdict), 1L, Long::sum);
      }
    }
    long seed = new Random().nextLong();
    Samples.unicode(seed, UNTOUCHED)
        .forEach(
            draft ->
                assertTrue(
                    accepts(SENDER.wire(draft, true), KEYS),
                    () -> "refused with seed " + seed + ": " + draft));
    long mutations = refused.values().stream().mapToLong(Long::longValue).sum();
    assertTrue(mutations >= FEWEST, mutations + " mutations");
    part.count("mutations", mutations)
        .count("refused", mutations)
        .count("untouched messages accepted", UNTOUCHED + MAILS.size())
        .count("planted weak verifiers noticed", WeakVerifier.all().size())
        .fact("seed of the untouched", seed)
        .fact("first reasons", refused)
        .passed();
  }

  @TestFactory
  Stream<DynamicTest> a_weak_verifier_is_noticed() {
    return WeakVerifier.all().stream()
        .map(
            weak ->
                DynamicTest.dynamicTest(
                    weak.weakness(),
                    () ->
                        assertTrue(
                            MAILS.stream().anyMatch(mail -> isNoticed(weak, mail)),
                            "no mutation shows it")));
  }

  @Test
  void keys_of_others_verify_nothing() {
    var strangers = Sender.inNewFolder().keys();
    var signed = MAILS.getFirst().signed();
    var service = SENDER.keys().keys(new KeyOwner.Service());
    assertEquals(false, accepts(signed, strangers));
    assertEquals(false, accepts(signed, owner -> service));
    assertEquals(false, accepts(signed, owner -> strangers.keys(owner)));
  }

  private static KeyLookup keys() {
    try {
      return JwkSet.parse(PublishedKeySet.of(SENDER), new KeyOwner.Service());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNoticed(WeakVerifier weak, MutatedMail mail) {
    return mail.mutations().stream()
        .anyMatch(mutation -> accepts(weak.asSeen().in(mutation.wire(), mail.signed()), KEYS));
  }

  private static boolean accepts(Wire wire, KeyLookup keys) {
    return IdentityVerification.verify(wire.bytes(), keys) instanceof IdentityVerification.Verified;
  }

  private static String reason(IdentityVerification verdict) {
    return verdict instanceof IdentityVerification.Refused refused
        ? refused.reasons().getFirst().code()
        : "unsigned";
  }
}
