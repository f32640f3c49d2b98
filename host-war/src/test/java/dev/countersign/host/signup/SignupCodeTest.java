package dev.countersign.host.signup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.RandomToken;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes and short names as people write them, and what is stored of them. */
@SuppressWarnings("UnnecessaryAssignment") // here this test is the container
class SignupCodeTest {
  @Test
  void a_code_is_read_back_however_it_is_written() {
    var code = SignupCode.mint();
    assertTrue(code.toString().matches("[A-Z2-9]{3}-[A-Z2-9]{3}-[A-Z2-9]{3}"), code.toString());
    for (var written :
        new String[] {
          code.toString(), code.text(), code.toString().toLowerCase(Locale.ROOT), " " + code + " "
        }) {
      assertEquals(Optional.of(code), SignupCode.parse(written));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SKP-7D2-4V", "SKP-7D2-4V8A", "SKP-7D2-4VI", "SKP-7D2-4V0", "ÄÖÜ"})
  void anything_else_is_no_code(String text) {
    assertEquals(Optional.empty(), SignupCode.parse(text));
  }

  @Property(tries = 300, seed = "20261123")
  void whatever_an_operator_is_called_there_is_a_short_name(@ForAll String name) {
    var slug = Slug.ofName(name);
    assertEquals(Optional.of(slug), Slug.parse(slug.text()));
    assertEquals(9, slug.others().stream().flatMap(o -> Slug.parse(o.text()).stream()).count());
  }

  @ParameterizedTest
  @CsvSource({"Acme Corp.,acme-corp", "Ä,team", "AB,team-ab", "--x1--y--,x1-y"})
  void a_short_name_is_what_is_left_of_the_long_one(String name, String slug) {
    assertEquals(slug, Slug.ofName(name).text());
  }

  @Test
  void the_same_text_has_another_value_for_each_purpose_and_each_secret(
      @TempDir Path here, @TempDir Path there) {
    var one = secret(here);
    var other = secret(there);
    var code = one.mac(SignupSecret.Purpose.CODE, "ABC");
    assertTrue(secret(here).matches(SignupSecret.Purpose.CODE, "ABC", code), "after a restart too");
    assertTrue(!one.matches(SignupSecret.Purpose.PUZZLE, "ABC", code));
    assertTrue(!other.matches(SignupSecret.Purpose.CODE, "ABC", code));
    assertTrue(one.digits("reg_1").matches("\\d{6}"));
  }

  private static SignupSecret secret(Path data) {
    var secret = new SignupSecret();
    secret.data = data.toString();
    secret.password = Optional.of("a password for this test only");
    return secret;
  }

  @Test
  void a_puzzle_that_is_too_old_or_whose_digits_were_moved_is_not_solved(@TempDir Path data) {
    var challenges = new Challenges();
    challenges.secret = secret(data);
    challenges.limits = new Limits();
    var puzzle = challenges.make(1_000_000);
    long number = 0;
    while (!RandomToken.sha256(puzzle.salt() + number).equals(puzzle.challenge())) {
      number++;
    }
    assertTrue(!challenges.spend(solution(puzzle, puzzle.salt(), number), 1_300_000), "too old");
    var salt = puzzle.salt();
    var longer = salt.substring(0, salt.length() - 1) + "9&";
    assertTrue(!challenges.spend(solution(puzzle, longer, number), 1_000_001), "another time");
  }

  private static Challenge.Solution solution(Challenge puzzle, String salt, long number) {
    return new Challenge.Solution(
        puzzle.algorithm(), puzzle.challenge(), number, salt, puzzle.signature());
  }

  @Test
  void a_server_takes_in_nobody_until_its_operator_says_so() {
    var settings = new SignupSettings();
    assertEquals(403, assertThrows(Problem.class, settings::check).status());
    settings.enabled = true;
    settings.check();
  }
}
