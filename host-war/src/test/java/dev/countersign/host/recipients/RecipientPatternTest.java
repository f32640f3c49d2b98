package dev.countersign.host.recipients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.mail.EmailAddress;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientPatternTest {
  private static RecipientPattern pattern(String text) {
    return RecipientPattern.parse(text).orElseThrow();
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text);
  }

  @Property(tries = 200, seed = "20261123")
  void an_address_is_matched_by_itself_in_any_case_and_by_no_other(
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String local,
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String other) {
    var known = pattern(local + "@example.org");
    assertTrue(known.matches(address(local.toUpperCase(Locale.ROOT) + "@EXAMPLE.org")));
    assertEquals(local.equalsIgnoreCase(other), known.matches(address(other + "@example.org")));
    assertFalse(known.matches(address(local + "@example.com")));
  }

  @Property(tries = 200, seed = "20261123")
  void a_domain_is_matched_by_everybody_there_and_by_nobody_below_it_or_beside_it(
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String local,
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String label) {
    var known = pattern("*@Example.ORG");
    assertTrue(known.matches(address(local + "@example.org")));
    assertFalse(known.matches(address(local + "@" + label + ".example.org")));
    assertFalse(known.matches(address(local + "@" + label + "example.org")));
    assertFalse(known.matches(address(local + "@example.org." + label)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "*@",
        "@example.org",
        "example.org",
        "*@*",
        "*@*.example.org",
        "*.*@example.org",
        "b*b@example.org",
        "Bob <bob@example.org>",
        "a@b@c",
        "*@exa mple.org",
        "bob@exam\nple.org"
      })
  void anything_else_is_no_pattern(String text) {
    assertEquals(Optional.empty(), RecipientPattern.parse(text));
  }

  @Test
  void a_pattern_is_as_long_as_an_address_may_be() {
    assertEquals(
        Optional.empty(), RecipientPattern.parse("a".repeat(64) + "@" + "b.".repeat(100) + "org"));
  }
}
