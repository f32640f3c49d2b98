package dev.countersign.conformance.report;

import dev.countersign.host.proofs.ProofReport.State;
import dev.countersign.host.proofs.ProofReport.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What Maven's test runners left, in the form that they share with JUnit. */
final class TestResults {
  private static final Map<String, String> FOLDERS = new LinkedHashMap<>();

  static {
    FOLDERS.put("kernel", "kernel/target/surefire-reports");
    FOLDERS.put("host", "host-war/target/surefire-reports");
    FOLDERS.put("conformance", "conformance/target/surefire-reports");
    FOLDERS.put("whole server on H2", "conformance/target/failsafe-reports/h2");
    FOLDERS.put("whole server on PostgreSQL", "conformance/target/failsafe-reports/postgresql");
    FOLDERS.put("whole server in a browser", "conformance/target/failsafe-reports/browser");
  }

  private static final Pattern TRIES = Pattern.compile("(?m)^tries = (\\d+)");
  private static final Pattern SEED = Pattern.compile("(?m)^seed = (-?\\d+)");

  private TestResults() {}

  /** Every test of every folder of results under this root that is there. */
  static List<TestCase> read(Path root) throws IOException {
    List<TestCase> tests = new ArrayList<>();
    for (var folder : FOLDERS.entrySet()) {
      Path results = root.resolve(folder.getValue());
      if (Files.isDirectory(results)) {
        try (var files = Files.newDirectoryStream(results, "TEST-*.xml")) {
          for (Path file : files) {
            addFile(tests, folder.getKey(), file);
          }
        }
      }
    }
    return tests;
  }

  private static void addFile(List<TestCase> to, String suite, Path file) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var cases =
          factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        to.add(testCase(suite, (Element) cases.item(i)));
      }
    } catch (ParserConfigurationException | SAXException e) {
      // Cut off in the middle: whatever ran there did not end.
      to.add(new TestCase(suite, file.getFileName().toString(), "", State.FAILED, 0, 0, "", "cut"));
    }
  }

  private static TestCase testCase(String suite, Element test) {
    State state = State.PASSED;
    String message = "";
    for (String fault : List.of("failure", "error")) {
      if (test.getElementsByTagName(fault).getLength() > 0) {
        state = State.FAILED;
        message =
            ((Element) test.getElementsByTagName(fault).item(0))
                .getAttribute("message")
                .lines()
                .findFirst()
                .orElse("");
      }
    }
    if (test.getElementsByTagName("skipped").getLength() > 0) {
      state = State.MISSING;
    }
    var out = test.getElementsByTagName("system-out");
    String said = out.getLength() == 0 ? "" : out.item(0).getTextContent();
    return new TestCase(
        suite,
        test.getAttribute("classname"),
        test.getAttribute("name").replaceAll("\\(.*\\)(?=$|\\[)", ""),
        state,
        Double.parseDouble(test.getAttribute("time").replace(",", "")),
        Long.parseLong(first(TRIES, said, "1")),
        first(SEED, said, ""),
        message);
  }

  private static String first(Pattern pattern, String text, String otherwise) {
    var match = pattern.matcher(text);
    return match.find() ? match.group(1) : otherwise;
  }

  /** The sums of each folder, in the order in which they ran. */
  static List<Suite> suites(List<TestCase> tests) {
    return FOLDERS.keySet().stream()
        .map(name -> suite(name, tests.stream().filter(t -> t.suite().equals(name)).toList()))
        .filter(suite -> suite.tests() > 0)
        .toList();
  }

  private static Suite suite(String name, List<TestCase> tests) {
    return new Suite(
        name,
        tests.size(),
        count(tests, State.FAILED),
        count(tests, State.MISSING),
        tests.stream().mapToLong(TestCase::tries).sum(),
        Math.round(tests.stream().mapToDouble(TestCase::seconds).sum() * 10) / 10.0);
  }

  private static int count(List<TestCase> tests, State state) {
    return (int) tests.stream().filter(test -> test.state() == state).count();
  }
}
