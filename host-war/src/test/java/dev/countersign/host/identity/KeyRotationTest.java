package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.identity.IdentityVerification.Refused;
import dev.countersign.host.identity.IdentityVerification.Verified;
import jakarta.mail.MessagingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys come and go; what was signed in their time stays signed. */
class KeyRotationTest {
  private static final KeyOwner SERVICE = new KeyOwner.Service();
  private static final KeyOwner TENANT = new KeyOwner.Tenant(SignedMail.AGENT.tenantId());
  private static final Instant SENT = Claims.example().iat();

  @TempDir Path data;
  private byte[] mail = {};

  @BeforeEach
  void a_message_was_sent_long_after_the_first_key() throws MessagingException {
    mail = signedAt(SENT.minus(Duration.ofDays(30)));
  }

  @Test
  void mail_signed_before_a_rotation_still_verifies() {
    SigningKeys keys = at(SENT.plus(Duration.ofDays(1)));
    PublicJwk before = keys.current(TENANT).jwk();
    keys.rotate(SERVICE);
    keys.rotate(TENANT);
    assertNotEquals(before, keys.current(TENANT).jwk());
    assertInstanceOf(Verified.class, verify(keys));
    assertInstanceOf(Verified.class, verify(PublishedKeys.in(data)));
  }

  @Test
  void a_retired_key_vouches_for_nothing_later_than_its_end() {
    SigningKeys keys = at(SENT.minus(Duration.ofMinutes(6)));
    keys.rotate(SERVICE);
    keys.rotate(TENANT);
    assertEquals(List.of(Reason.KEY_NOT_IN_FORCE, Reason.KEY_NOT_IN_FORCE), reasons(keys));
  }

  @Test
  void a_new_key_vouches_for_nothing_earlier_than_its_beginning() throws MessagingException {
    SigningKeys keys = at(SENT.plus(Duration.ofMinutes(6)));
    keys.rotate(SERVICE);
    keys.rotate(TENANT);
    mail = signedAt(SENT);
    assertEquals(List.of(Reason.KEY_NOT_IN_FORCE, Reason.KEY_NOT_IN_FORCE), reasons(keys));
  }

  @Test
  void clocks_that_are_five_minutes_apart_are_one_clock() {
    SigningKeys keys = at(SENT.minus(PublishedKey.SKEW));
    keys.rotate(SERVICE);
    keys.rotate(TENANT);
    assertInstanceOf(Verified.class, verify(keys));
  }

  @Test
  void nothing_under_a_revoked_key_verifies_whenever_it_was_signed() {
    SigningKeys keys = at(SENT.plus(Duration.ofDays(1)));
    String kid = keys.current(TENANT).jwk().kid();
    JwkSet after = keys.revoke(TENANT, kid, "the laptop was stolen").orElseThrow();
    assertEquals(List.of(Reason.KEY_REVOKED), reasons(keys));
    assertEquals(List.of(Reason.KEY_REVOKED), reasons(PublishedKeys.in(data)));
    assertNotEquals(kid, after.current().orElseThrow().kid());
    assertEquals(after.current().orElseThrow().jwk(), keys.current(TENANT).jwk());
    assertTrue(after.json().contains("\"revocation_reason\":\"the laptop was stolen\""));
  }

  @Test
  void a_revoked_key_of_the_service_ends_its_claims_and_no_tenants_signatures() {
    SigningKeys keys = at(SENT.plus(Duration.ofDays(1)));
    keys.revoke(SERVICE, keys.current(SERVICE).jwk().kid(), "leaked");
    assertEquals(List.of(Reason.KEY_REVOKED), reasons(keys));
    assertEquals(Optional.empty(), keys.revoke(SERVICE, "unknown", "leaked"));
  }

  @Test
  void what_is_published_says_all_of_it_and_reads_back_the_same() throws Exception {
    SigningKeys keys = at(SENT);
    keys.rotate(TENANT);
    keys.revoke(TENANT, keys.current(TENANT).jwk().kid(), "a \"test\"");
    JwkSet all = keys.keys(TENANT);
    assertEquals(3, all.keys().size());
    assertEquals(all, JwkSet.parse(all.json(), SERVICE));
    assertEquals(
        all.json() + "\n",
        Files.readString(data.resolve("public-keys").resolve(TENANT.alias() + ".json")));
    assertEquals(all, PublishedKeys.in(data).keys(TENANT));
  }

  @Test
  void a_rotation_on_one_node_reaches_another_over_the_same_store() {
    SigningKeys here = at(SENT);
    SigningKeys there = at(SENT);
    assertEquals(here.current(TENANT).jwk(), there.current(TENANT).jwk());
    here.rotate(TENANT);
    assertEquals(here.current(TENANT).jwk(), there.current(TENANT).jwk());
  }

  private byte[] signedAt(Instant keyMade) throws MessagingException {
    return SignedMail.bytes(SignedMail.draft(), Optional.of(Claims.example()), at(keyMade));
  }

  private SigningKeys at(Instant now) {
    return SigningKeys.open(data, Optional.of("secret"), Clock.fixed(now, ZoneOffset.UTC));
  }

  private IdentityVerification verify(KeyLookup keys) {
    return IdentityVerification.verify(mail, keys);
  }

  private List<Reason> reasons(KeyLookup keys) {
    return assertInstanceOf(Refused.class, verify(keys)).reasons();
  }
}
