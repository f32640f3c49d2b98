package dev.countersign.conformance.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.proofs.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One law, one name, four places. */
class ClaimsTest {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final Path CORE = ROOT.resolve("kernel/src/main/java/dev/countersign/kernel/core");
  private static final Path LEAN = ROOT.resolve("proofs/Countersign");
  private static final Set<String> LABELS =
      Set.of(
          "proved outright",
          "proved under a stated assumption",
          "checked exhaustively to a bound",
          "tested");
  private static final String NODES_ROW =
      "\\| `(?<lean>\\w+\\.lean)` \\| none: [^|]+ \\| `(?<test>\\w+)` \\| (?<label>[^|]+) \\|";

  private static List<Claim> claims() throws IOException {
    return Claim.oversight(Files.readString(ROOT.resolve("conformance/CLAIMS.md")));
  }

  @TestFactory
  Stream<DynamicTest> each_law_is_in_its_four_places() throws IOException {
    return claims().stream()
        .map(claim -> DynamicTest.dynamicTest(claim.law(), () -> assertKept(claim)));
  }

  private static void assertKept(Claim claim) throws Exception {
    String lean = Files.readString(LEAN.resolve("Thm").resolve(claim.lean()));
    assertTrue(lean.contains("\ntheorem " + claim.law() + " "), "no theorem in " + claim.lean());

    String[] contract = claim.contract().split("\\.", -1);
    String core = Files.readString(CORE.resolve(contract[0] + ".java"));
    assertTrue(laws(core).contains(claim.law()), "no law: line in " + contract[0]);
    assertTrue(core.contains(" " + contract[1] + "("), "no method " + contract[1]);

    Class<?> test = Class.forName(ClaimsTest.class.getPackageName() + "." + claim.test());
    assertTrue(
        Arrays.stream(test.getDeclaredMethods()).anyMatch(m -> m.getName().equals(claim.law())),
        () -> "no test method in " + claim.test());

    assertTrue(LABELS.stream().anyMatch(claim.label()::startsWith), claim.label());
  }

  /** A law about what lies between calls has no contract in the core, and says why. */
  @Test
  void the_laws_of_nodes_are_in_their_places() throws Exception {
    String claims = Files.readString(ROOT.resolve("conformance/CLAIMS.md"));
    for (String law : laws(ROOT.resolve("proofs/laws-of-nodes.txt"))) {
      Matcher row = Pattern.compile("\\| `" + law + "` " + NODES_ROW).matcher(claims);
      assertTrue(row.find(), () -> "no row for " + law);
      String lean = Files.readString(LEAN.resolve("Thm").resolve(row.group("lean")));
      assertTrue(lean.contains("\ntheorem " + law + " "), "no theorem in " + row.group("lean"));
      Class<?> test = Class.forName("dev.countersign.conformance.simulation." + row.group("test"));
      assertTrue(
          Arrays.stream(test.getDeclaredMethods()).anyMatch(m -> m.getName().equals(law)),
          () -> "no test method in " + row.group("test"));
      assertTrue(LABELS.stream().anyMatch(row.group("label")::startsWith), row.group("label"));
    }
  }

  @Test
  void no_law_is_left_out() throws IOException {
    Set<String> claimed = claims().stream().map(Claim::law).collect(Collectors.toSet());
    assertEquals(theorems(), claimed.stream().sorted().toList());
  }

  /** The laws that the proofs' own gate insists on. */
  private static List<String> theorems() throws IOException {
    return laws(ROOT.resolve("proofs/laws.txt"));
  }

  private static List<String> laws(Path list) throws IOException {
    return Files.readAllLines(list).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .sorted()
        .toList();
  }

  @Test
  void no_law_of_the_core_is_unclaimed() throws IOException {
    Set<String> written = new TreeSet<>();
    try (var files = Files.newDirectoryStream(CORE, "*.java")) {
      for (Path file : files) {
        written.addAll(laws(Files.readString(file)));
      }
    }
    assertEquals(theorems(), List.copyOf(written));
  }

  private static Set<String> laws(String source) {
    Set<String> laws = new TreeSet<>();
    Matcher lines = Pattern.compile("// law: ([\\w, ]+)").matcher(source);
    while (lines.find()) {
      for (String law : lines.group(1).split(",", -1)) {
        laws.add(law.strip());
      }
    }
    return laws;
  }

  /** What the documentation quotes is what is checked. */
  @Test
  void the_quoted_statements_are_the_checked_ones() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/no-delivery-without-approval.md"));
    List<String> quotes =
        Pattern.compile("(?s)```\\w+\n(.*?)```")
            .matcher(page)
            .results()
            .map(r -> r.group(1))
            .toList();
    assertEquals(3, quotes.size());
    String lean = words(LEAN.resolve("Thm/Approvals.lean"));
    assertTrue(lean.contains(words(quotes.get(0))), "the Lean statement has changed");
    String java = words(CORE.resolve("MessageRequires.java"));
    assertTrue(java.contains(words(quotes.get(1))), "the contract has changed");
    assertTrue(words(CORE.resolve("Approvals.java")).contains(words(quotes.get(2))));
  }

  private static String words(Path file) throws IOException {
    return words(Files.readString(file));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+@", " ").replaceAll("\\s+", " ").strip();
  }
}
