package dev.countersign.conformance.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * A few hundred states of each table, and the shorter traces: quick enough to be run on each of
 * some hundred mutants of the kernel. The whole is {@link ExhaustiveAgreementTest}.
 */
public class FewVectorsTest {
  private static final String FILE = "countersign.vectors.few";
  private static final int LINES = 250;

  private static final Map<String, List<String>> SECTIONS = new LinkedHashMap<>();

  /** Skips the test where the specification cannot be run. */
  public static void assumeSpecificationCanBeRun() {
    Assumptions.assumeTrue(
        VectorFile.canBeMade(), "Node.js and npm, which run the specification, are missing.");
  }

  /**
   * Writes down what these tests read, for JVMs that live a second or two.
   *
   * @return the option that tells such a JVM of the file
   */
  public static synchronized String write() throws IOException {
    Path daily = VectorFile.make("daily");
    Path file = daily.resolveSibling("few.txt");
    SECTIONS.clear();
    read(daily, FewVectorsTest::few);
    SECTIONS.remove("traces an outgoing message");
    Files.write(
        file, SECTIONS.values().stream().flatMap(List::stream).toList(), StandardCharsets.US_ASCII);
    SECTIONS.clear();
    return "-D" + FILE + "=" + file.toAbsolutePath();
  }

  private static void agrees(String section) {
    assumeSpecificationCanBeRun();
    Map<String, Object> seen = new Comparison().apply(section(section).stream());
    assertEquals("", seen.getOrDefault("difference", ""));
  }

  private static synchronized List<String> section(String name) {
    if (SECTIONS.isEmpty()) {
      String file = System.getProperty(FILE);
      if (file == null) {
        read(VectorFile.make("daily"), FewVectorsTest::few);
      } else {
        read(Path.of(file), section -> section);
      }
    }
    List<String> section = SECTIONS.get(name);
    if (section == null) {
      throw new IllegalArgumentException("no section " + name);
    }
    return section;
  }

  private static void read(Path file, UnaryOperator<List<String>> choice) {
    List<String> section = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
        section.add(line);
        if (line.equals("end")) {
          SECTIONS.put(section.get(0), choice.apply(section));
          section = new ArrayList<>();
        }
      }
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** Of a table every so many lines, no multiple of what a field goes through; traces are whole. */
  private static List<String> few(List<String> section) {
    if (section.get(0).startsWith("traces")) {
      return section;
    }
    int every = section.size() / LINES;
    while (every > 1 && (every % 2 == 0 || every % 3 == 0 || every % 5 == 0 || every % 17 == 0)) {
      every++;
    }
    List<String> few = new ArrayList<>();
    for (int i = 0; i < section.size(); i++) {
      if (!section.get(i).startsWith("now=") || every <= 1 || i % every == 0) {
        few.add(section.get(i));
      }
    }
    return few;
  }

  @Test
  void traces_of_keys_and_codes_agree() {
    agrees("traces keys and codes");
  }

  @Test
  void traces_of_incoming_mail_agree() {
    agrees("traces an incoming message");
  }

  @Test
  void traces_from_a_new_tenant_agree() {
    agrees("traces from a new tenant");
  }

  @Test
  void calls_on_tenants_agree() {
    agrees("tenants everybody's calls on a tenant");
    agrees("tenants without scheduling");
    agrees("tenants codes");
  }

  @Test
  void outgoing_mail_agrees() {
    agrees("messages bound outbound");
    agrees("messages details");
    agrees("messages stale digests");
  }

  @Test
  void incoming_mail_agrees() {
    agrees("messages bound inbound");
    agrees("messages inbound");
  }

  @Test
  void gates_agree() {
    agrees("messages gates at scan");
    agrees("messages gates at approval");
    agrees("messages gates at dispatch");
  }

  @Test
  void callers_agree() {
    agrees("messages callers");
  }
}
