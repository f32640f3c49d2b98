package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.identity.IdentityVerification.Refused;
import dev.countersign.host.identity.IdentityVerification.Unsigned;
import dev.countersign.host.identity.IdentityVerification.Verified;
import dev.countersign.host.identity.mime.MalformedMessageException;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.Drafts;
import dev.countersign.host.mail.Rfc5322;
import jakarta.mail.internet.MimeMessage;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IdentityVerificationTest {
  private static final SigningKeys KEYS = keys();
  private static final Optional<IdentityClaim> CLAIM = Optional.of(Claims.example());

  @Provide
  Arbitrary<Draft> drafts() {
    return Drafts.any();
  }

  @Provide
  Arbitrary<IdentityClaim> claims() {
    return Claims.any();
  }

  @Property(tries = 100)
  void what_was_signed_verifies(@ForAll("drafts") Draft draft, @ForAll("claims") IdentityClaim any)
      throws Exception {
    IdentityClaim claim =
        new IdentityClaim(
            any.aiGenerated(),
            any.capabilities(),
            any.created(),
            any.iat(),
            any.operator(),
            SignedMail.AGENT.oversightMode(),
            any.reputationHash(),
            any.service(),
            any.verifiedOperator());
    Verified verified = verified(SignedMail.bytes(draft, Optional.of(claim), KEYS));
    assertEquals(claim, verified.claim().orElseThrow().claim());
    assertEquals(SignedMail.AGENT, verified.agent());
  }

  @Property(tries = 50)
  void with_disclosure_off_the_message_is_still_signed(@ForAll("drafts") Draft draft)
      throws Exception {
    MimeMessage message = SignedMail.mail(draft, Optional.empty(), KEYS).message();
    assertEquals(null, message.getHeader(IdentityHeaders.AI_GENERATED));
    assertEquals(null, message.getHeader(IdentityHeaders.IDENTITY));
    assertEquals(Optional.empty(), verified(Rfc5322.bytes(message)).claim());
  }

  @Example
  void a_message_of_the_system_itself_is_not_marked_as_ai_generated() throws Exception {
    IdentityClaim c = Claims.example();
    IdentityClaim system =
        new IdentityClaim(
            false,
            c.capabilities(),
            c.created(),
            c.iat(),
            c.operator(),
            c.oversight(),
            c.reputationHash(),
            c.service(),
            c.verifiedOperator());
    byte[] message = SignedMail.bytes(SignedMail.draft(), Optional.of(system), KEYS);
    assertEquals(null, Rfc5322.parse(message).getHeader(IdentityHeaders.AI_GENERATED));
    verified(message);
  }

  @Example
  void what_relays_do_to_a_message_does_not_matter() throws Exception {
    String wire = wire();
    verified(bytes(wire.replace("\r\n", "\n")));
    verified(bytes("Received: from a by b;\r\n Tue, 17 Mar 2026 12:30:01 +0000\r\n" + wire));
    verified(bytes("Return-Path: <agent@example.org>\r\nDelivered-To: x@y.example\r\n" + wire));
    verified(bytes(wire.replaceFirst("Subject: ", "SUBJECT:  \t ")));
    verified(bytes(wire.replaceFirst("\r\nTo: ", "\r\nTo:\r\n\t")));
    verified(bytes(wire.replaceFirst("(X-MultiMail-Identity: .{70})", "$1\r\n  ")));
    verified(bytes(wire.replaceFirst("Date: ([^\r]*)", "Date: $1  ")));
  }

  @Example
  void a_relay_may_change_the_transfer_encoding() throws Exception {
    String wire = wire();
    Matcher html =
        Pattern.compile(
                "(?s)(text/html[^\r]*\r\nContent-Transfer-Encoding: )quoted-printable(\r\n\r\n)(.*?)(\r\n--)")
            .matcher(wire);
    assertTrue(html.find(), "the HTML part is quoted-printable");
    String decoded =
        new String(
            jakarta.mail.internet.MimeUtility.decode(
                    new java.io.ByteArrayInputStream(bytes(html.group(3))), "quoted-printable")
                .readAllBytes(),
            StandardCharsets.ISO_8859_1);
    verified(
        bytes(
            wire.substring(0, html.start())
                + html.group(1)
                + "8bit"
                + html.group(2)
                + decoded
                + html.group(4)
                + wire.substring(html.end())));
  }

  @Example
  void changing_adding_or_removing_any_covered_header_is_noticed() throws Exception {
    String wire = wire();
    byte[] signed = SignedString.of(bytes(wire));
    int covered = 0;
    for (String name : SignedString.HEADERS) {
      refused(bytes(name + ": forged@example.com\r\n" + wire));
      Matcher header =
          Pattern.compile("(?mi)^" + name + ": ((?:[^\r]|\r\n[ \t])*)\r\n").matcher(wire);
      if (header.find()) {
        covered++;
        refused(bytes(wire.substring(0, header.start()) + wire.substring(header.end())));
        for (int at = header.start(1); at < header.end(1); at += step(header)) {
          if (!Character.isWhitespace(wire.charAt(at))) {
            assertTrue(isNoticed(signed, wire, at), "position " + at + " of the message");
          }
        }
      }
    }
    assertEquals(13, covered);
  }

  @Example
  void changing_a_byte_anywhere_in_the_body_is_noticed() throws Exception {
    String wire = wire();
    int from = wire.indexOf("\r\n\r\n") + 4;
    byte[] signed = SignedString.of(bytes(wire));
    int covered = 0;
    int all = 0;
    for (int at = from; at < wire.length(); at += 3) {
      if (!Character.isWhitespace(wire.charAt(at))) {
        all++;
        covered += isNoticed(signed, wire, at) ? 1 : 0;
      }
    }
    // What no reader shows is not covered: boundaries, and another spelling of the same bytes.
    assertTrue(covered > all * 9 / 10, covered + " of " + all);
  }

  @Example
  void a_part_cannot_be_moved_renamed_retyped_or_added() throws Exception {
    String wire = wire();
    refused(bytes(wire.replace("multipart/mixed", "multipart/alternative")));
    refused(bytes(wire.replace("text/csv", "text/html")));
    refused(bytes(wire.replace("filename=a.csv", "filename=b.csv")));
    refused(bytes(wire.replace("attachment; filename=a.csv", "inline; filename=a.csv")));
    refused(bytes(wire.replace("charset=utf-8", "charset=utf-7")));
    String boundary = wire.substring(wire.lastIndexOf("\r\n--"), wire.lastIndexOf("--\r\n"));
    int end = wire.lastIndexOf(boundary);
    String part = boundary + "\r\nContent-Type: text/plain\r\n\r\nOne more thing.";
    refused(bytes(wire.substring(0, end) + part + wire.substring(end)));
    refused(bytes(wire.replaceFirst("Content-Type: text/csv", "Content-Type: text/x\r\n$0")));
  }

  @Example
  void a_claim_cannot_be_moved_to_another_message() throws Exception {
    String token = Rfc5322.parse(bytes(wire())).getHeader(IdentityHeaders.IDENTITY)[0];
    MimeMessage other = SignedMail.mail(SignedMail.draft(), Optional.empty(), KEYS).message();
    other.setHeader(IdentityHeaders.IDENTITY, token);
    other.setHeader(IdentityHeaders.AI_GENERATED, "true");
    Refused refused = refused(Rfc5322.bytes(other));
    assertEquals(List.of(Reason.SIGNATURE_INVALID), refused.reasons());
    // The claim alone is still the service's: it says who, though not that they sent this.
    assertEquals(Claims.example(), refused.claim().orElseThrow().claim());
  }

  @Example
  void every_field_of_the_claim_is_covered() throws Exception {
    String token = Rfc5322.parse(bytes(wire())).getHeader(IdentityHeaders.IDENTITY)[0];
    String[] halves = token.split("\\.", -1);
    byte[] payload = Base64.getUrlDecoder().decode(halves[0]);
    JwkSet keys = KEYS.keys(new KeyOwner.Service());
    assertInstanceOf(ClaimCheck.Valid.class, ClaimToken.check(token, keys));
    for (int at = 0; at < payload.length; at++) {
      byte[] changed = payload.clone();
      changed[at] ^= 1;
      String forged =
          Base64.getUrlEncoder().withoutPadding().encodeToString(changed) + "." + halves[1];
      assertEquals(
          new ClaimCheck.Invalid(Reason.CLAIM_SIGNATURE_INVALID), ClaimToken.check(forged, keys));
    }
    for (String bad :
        List.of(
            "",
            ".",
            halves[0],
            halves[0] + ".",
            "." + halves[1],
            token + "=",
            token + ".x",
            halves[0] + "." + halves[1].substring(1),
            halves[0] + "." + "A".repeat(86),
            "a+/b." + halves[1])) {
      assertEquals(
          new ClaimCheck.Invalid(Reason.CLAIM_TOKEN_MALFORMED), ClaimToken.check(bad, keys), bad);
    }
  }

  @Example
  void a_high_s_a_zero_or_the_other_form_of_a_signature_is_refused() throws Exception {
    MimeMessage message = Rfc5322.parse(bytes(wire()));
    String hex = message.getHeader(IdentityHeaders.SIGNATURE)[0];
    EcdsaSignature signature = EcdsaSignature.ofDer(HexFormat.of().parseHex(hex)).orElseThrow();
    BigInteger highS = P256.ORDER.subtract(signature.s());
    byte[] high =
        org.bouncycastle.crypto.signers.StandardDSAEncoding.INSTANCE.encode(
            P256.ORDER, signature.r(), highS);
    for (String bad :
        List.of(
            HexFormat.of().formatHex(high),
            HexFormat.of().formatHex(signature.p1363()),
            "3006020100020100",
            hex.toUpperCase(java.util.Locale.ROOT),
            hex + "00",
            hex.substring(2),
            "")) {
      message.setHeader(IdentityHeaders.SIGNATURE, bad);
      assertEquals(
          List.of(Reason.SIGNATURE_MALFORMED), refused(Rfc5322.bytes(message)).reasons(), bad);
    }
    assertThrows(IllegalArgumentException.class, () -> new EcdsaSignature(signature.r(), highS));
  }

  @Example
  void keys_of_others_do_not_verify() throws Exception {
    byte[] message = bytes(wire());
    SigningKeys strangers = keys();
    strangers.current(new KeyOwner.Tenant(SignedMail.AGENT.tenantId()));
    Refused refused =
        assertInstanceOf(Refused.class, IdentityVerification.verify(message, strangers));
    assertEquals(
        List.of(Reason.CLAIM_SIGNATURE_INVALID, Reason.SIGNATURE_INVALID), refused.reasons());
    Refused unknown =
        assertInstanceOf(
            Refused.class, IdentityVerification.verify(message, owner -> new JwkSet(List.of())));
    assertEquals(List.of(Reason.SERVICE_KEY_UNKNOWN, Reason.TENANT_KEY_UNKNOWN), unknown.reasons());
    // The service's key is no tenant's key, and the other way round.
    JwkSet service = KEYS.keys(new KeyOwner.Service());
    assertInstanceOf(Refused.class, IdentityVerification.verify(message, owner -> service));
  }

  @Example
  void a_message_without_identity_is_unsigned_whatever_it_claims_plainly() throws Exception {
    byte[] plain = bytes("From: a@b.example\r\nX-AI-Generated: true\r\n\r\nHi\r\n");
    assertEquals(new Unsigned(), IdentityVerification.verify(plain, KEYS));
    assertEquals(new Unsigned(), IdentityVerification.verify(new byte[0], KEYS));
  }

  @Property(tries = 100)
  void any_bytes_are_judged_without_an_error(@ForAll byte[] noise) throws Exception {
    String wire = wire();
    int at = wire.indexOf("\r\n\r\n") + 4;
    byte[] mixed =
        bytes(
            wire.substring(0, at)
                + new String(noise, StandardCharsets.ISO_8859_1)
                + wire.substring(at + 200));
    assertInstanceOf(IdentityVerification.class, IdentityVerification.verify(noise, KEYS));
    assertInstanceOf(Refused.class, IdentityVerification.verify(mixed, KEYS));
  }

  @Example
  void a_message_is_not_signed_twice() throws Exception {
    MimeMessage message = SignedMail.mail(SignedMail.draft(), CLAIM, KEYS).message();
    assertThrows(
        IllegalStateException.class,
        () -> IdentityHeaders.sign(message, SignedMail.AGENT, CLAIM, KEYS));
  }

  @Example
  void the_published_keys_are_enough() throws Exception {
    Path data = Files.createTempDirectory("keys");
    SigningKeys keys = SignedMail.keys(data);
    byte[] message = SignedMail.bytes(SignedMail.draft(), CLAIM, keys);
    PublishedKeys published = new PublishedKeys(data.resolve("public-keys"));
    assertInstanceOf(Verified.class, IdentityVerification.verify(message, published));
  }

  // Every character of a short header; a sample of the long tokens.
  private static int step(Matcher header) {
    return header.end(1) - header.start(1) > 200 ? 13 : 1;
  }

  // Comparing what is signed takes a hundredth of the time of verifying; a sample does both.
  private static boolean isNoticed(byte[] signed, String wire, int at) throws Exception {
    byte[] changed = bytes(withOtherCharacter(wire, at));
    boolean noticed;
    try {
      noticed = !Arrays.equals(signed, SignedString.of(changed));
    } catch (MalformedMessageException e) {
      noticed = true;
    }
    if (at % 50 == 0) {
      boolean verifies = IdentityVerification.verify(changed, KEYS) instanceof Verified;
      assertEquals(noticed, !verifies);
    }
    return noticed;
  }

  private static String withOtherCharacter(String wire, int at) {
    char c = wire.charAt(at) == 'A' ? 'B' : 'A';
    return wire.substring(0, at) + c + wire.substring(at + 1);
  }

  private static String wire() throws Exception {
    return new String(
        SignedMail.bytes(SignedMail.draft(), CLAIM, KEYS), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String wire) {
    return wire.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Verified verified(byte[] message) {
    return assertInstanceOf(Verified.class, IdentityVerification.verify(message, KEYS));
  }

  private static Refused refused(byte[] message) {
    return assertInstanceOf(Refused.class, IdentityVerification.verify(message, KEYS));
  }

  private static SigningKeys keys() {
    try {
      return SignedMail.keys(Files.createTempDirectory("keys"));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
