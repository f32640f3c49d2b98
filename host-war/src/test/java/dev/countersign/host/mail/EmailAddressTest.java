package dev.countersign.host.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example",
        "first.last+tag@sub.example.org",
        "\"quoted local\"@example.org",
        "root@localhost",
        "用户@例え.jp",
        "Grüße@example.org"
      })
  void an_address_of_the_standard_is_accepted(String text) {
    EmailAddress address = EmailAddress.parse(text);
    assertEquals(address, EmailAddress.parse(address.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@example.org",
        "a@",
        "a b@example.org",
        ".a@example.org",
        "a..b@example.org",
        "a@-example.org",
        "a@exam_ple.org",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "a@b@example.org",
        "a@example.org, b@example.org",
        "friends: a@example.org;",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org\n",
        "a\u0000@example.org",
        "\"a\rb\"@example.org",
        "Name\u2028 <a@example.org>",
        "a@stra\u00DFe.example",
        "a\uD800@example.org",
        "<a@example.org>>"
      })
  void what_is_not_one_address_is_refused_in_words(String text) {
    InvalidMailException refusal =
        assertThrows(InvalidMailException.class, () -> EmailAddress.parse(text));
    assertEquals("invalid_address", refusal.code());
    String words = String.valueOf(refusal.getMessage());
    assertTrue(words.endsWith("."), words);
  }

  @Test
  void length_is_counted_in_octets_up_to_254() {
    String domain = "d".repeat(60) + "." + "e".repeat(60) + "." + "f".repeat(60) + ".example";
    String longest = "a".repeat(EmailAddress.OCTETS_MAX - domain.length() - 1);
    assertEquals(254, EmailAddress.parse(longest + "@" + domain).address().length());
    assertThrows(InvalidMailException.class, () -> EmailAddress.parse(longest + "a@" + domain));
    assertEquals(64, EmailAddress.parse("é".repeat(32) + "@a.example").localPart().length() * 2);
    assertThrows(
        InvalidMailException.class, () -> EmailAddress.parse("é".repeat(33) + "@a.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "a@BÜCHER.example, a@xn--bcher-kva.example, false",
    "grüße@bücher.example, grüße@bücher.example, true",
    "a@Example.ORG, a@example.org, false"
  })
  void a_domain_travels_in_a_labels_unless_the_local_part_needs_utf8(
      String text, String wire, boolean smtpUtf8) {
    EmailAddress address = EmailAddress.parse(text);
    assertEquals(wire, address.wireAddress());
    assertEquals(smtpUtf8, address.needsSmtpUtf8());
  }

  @Test
  void a_display_name_is_read_and_can_be_dropped() {
    EmailAddress named = EmailAddress.parse("\"Müller, \\\"Q\\\"\" <q@example.org>");
    assertEquals(Optional.of("Müller, \"Q\""), named.displayName());
    assertEquals("q@example.org", named.bare().toString());
    assertFalse(EmailAddress.parse("q@example.org").displayName().isPresent());
  }

  @Property
  void any_display_name_is_refused_or_kept_on_one_line(@ForAll String name) {
    EmailAddress address;
    try {
      address = EmailAddress.of("q@example.org", Optional.of(name));
    } catch (InvalidMailException refused) {
      return;
    }
    assertEquals(name.strip(), address.displayName().orElse(""));
    assertFalse(address.toString().chars().anyMatch(Character::isISOControl));
  }

  @Property
  void any_text_is_refused_or_read_back_as_the_same_address(@ForAll String text) {
    EmailAddress address;
    try {
      address = EmailAddress.parse(text + "@example.org");
    } catch (InvalidMailException refused) {
      return;
    }
    assertEquals(address, EmailAddress.parse(address.toString()));
  }
}
