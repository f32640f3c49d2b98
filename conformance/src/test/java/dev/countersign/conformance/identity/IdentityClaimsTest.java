package dev.countersign.conformance.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws about what is signed and hashed: one name in four places. */
class IdentityClaimsTest {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final Path LEAN = ROOT.resolve("proofs/Countersign/Thm");
  private static final Path HOST = ROOT.resolve("host-war/src/main/java/dev/countersign/host");
  private static final Path TESTS = ROOT.resolve("conformance/src/test/java");
  private static final List<String> SECTIONS = List.of("Identity and disclosure", "The log");
  private static final Pattern ROW =
      Pattern.compile(
          "\\| `(?<law>\\w+)` \\| (?:`(?<lean>\\w+\\.lean)`|–) \\| `(?<type>\\w+)\\.(?<method>\\w+)`[^|]*"
              + "\\| `(?<test>\\w+)` \\| (?<label>proved outright|proved under a stated assumption|tested)[^|]* \\|");

  private record Claim(String law, String lean, String type, String method, String test) {}

  @TestFactory
  Stream<DynamicTest> each_law_is_in_its_four_places() throws IOException {
    return claims().stream()
        .map(claim -> DynamicTest.dynamicTest(claim.law(), () -> assertKept(claim)));
  }

  @Test
  void no_law_about_bytes_is_left_out() throws IOException {
    var proved =
        Files.readAllLines(ROOT.resolve("proofs/laws-of-bytes.txt")).stream()
            .filter(law -> !law.startsWith("#"))
            .collect(Collectors.toCollection(TreeSet::new));
    var claimed =
        claims().stream()
            .filter(claim -> !claim.lean().isEmpty())
            .map(Claim::law)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(proved, claimed);
  }

  private static void assertKept(Claim claim) throws Exception {
    if (!claim.lean().isEmpty()) {
      var lean = Files.readString(LEAN.resolve(claim.lean()));
      assertTrue(lean.contains("\ntheorem " + claim.law() + " "), "no theorem in " + claim.lean());
    }
    var code = Files.readString(only(HOST, claim.type()));
    var line = Pattern.compile("// law: (?:[\\w, ]+, )?" + claim.law() + "\\b");
    assertTrue(line.matcher(code).find(), "no law: line in " + claim.type());
    assertTrue(code.contains(" " + claim.method() + "("), "no method " + claim.method());
    var test = TESTS.relativize(only(TESTS, claim.test())).toString();
    var type = Class.forName(test.replace(".java", "").replace('/', '.'));
    assertTrue(
        Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.getName().equals(claim.law())),
        () -> "no test method in " + claim.test());
  }

  private static List<Claim> claims() throws IOException {
    var text = Files.readString(ROOT.resolve("conformance/CLAIMS.md"));
    return SECTIONS.stream()
        .map(heading -> text.split("\n## " + heading + "\n", -1)[1].split("\n## ", -1)[0])
        .flatMap(String::lines)
        .filter(line -> line.startsWith("| `"))
        .map(IdentityClaimsTest::claim)
        .toList();
  }

  private static Claim claim(String line) {
    Matcher row = ROW.matcher(line);
    assertTrue(row.matches(), () -> "not a row of claims: " + line);
    var lean = row.group("lean");
    return new Claim(
        row.group("law"),
        lean == null ? "" : lean,
        row.group("type"),
        row.group("method"),
        row.group("test"));
  }

  private static Path only(Path folder, String type) throws IOException {
    try (var files = Files.find(folder, 20, (file, facts) -> file.endsWith(type + ".java"))) {
      var found = files.toList();
      assertEquals(1, found.size(), type);
      return found.getFirst();
    }
  }
}
