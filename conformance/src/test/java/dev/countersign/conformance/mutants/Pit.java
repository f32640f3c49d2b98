package dev.countersign.conformance.mutants;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Runs PIT in a JVM of its own: a module's classes are mutated, the tests here are tried. */
final class Pit {
  private static final String ROOT = System.getProperty("countersign.root", "..");
  private static final String PREFIX = "^dev\\.countersign\\.(kernel|host\\.transparency)\\.";
  private static final String THREADS = "2";
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";
  private static final String GC = "-XX:+UseSerialGC";
  private static final long PATIENCE_MINUTES = 30;

  /** Over what a test took by itself; whichever comes first in a JVM reads the vectors too. */
  private static final int PATIENCE_MILLIS = 15_000;

  private final Path module;

  private Pit(Path module) {
    this.module = module;
  }

  /** For the classes of this module. */
  static Pit in(String module) {
    return new Pit(Path.of(ROOT, module).toAbsolutePath().normalize());
  }

  /**
   * The mutants of these classes, each with what these tests made of it.
   *
   * @param options of the JVMs that run the tests
   */
  List<Mutant> run(Path folder, String classes, List<Class<?>> tests, String... options)
      throws IOException, InterruptedException {
    Path report = Files.createDirectories(folder).toAbsolutePath();
    Path mutations = report.resolve("mutations.xml");
    Files.deleteIfExists(mutations);
    Path log = report.resolve("log");
    Process pit =
        new ProcessBuilder(command(report, classes, tests, options))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!pit.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || pit.exitValue() != 0) {
        throw new AssertionError("PIT failed:\n" + Files.readString(log));
      }
    } finally {
      pit.destroy();
    }
    return read(mutations);
  }

  private List<String> command(
      Path report, String classes, List<Class<?>> tests, String... options) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        QUICK_START,
        GC,
        "-cp",
        classPath(),
        "org.pitest.mutationtest.commandline.MutationCoverageReport",
        "--reportDir=" + report,
        "--targetClasses=" + classes,
        "--targetTests=" + tests.stream().map(Class::getName).collect(Collectors.joining(",")),
        "--sourceDirs=" + module.resolve("src/main/java"),
        "--mutableCodePaths=" + module.resolve("target/classes"),
        "--jvmArgs="
            + Stream.concat(
                    Stream.of("-Dcountersign.root=" + ROOT, QUICK_START, GC), Stream.of(options))
                .collect(Collectors.joining(",")),
        "--mutators=DEFAULTS",
        "--outputFormats=XML,HTML",
        "--timestampedReports=false",
        "--timeoutConst=" + PATIENCE_MILLIS,
        "--threads=" + THREADS);
  }

  /** PIT mutates folders: in a packaged build the module would be a jar. */
  private String classPath() {
    Stream<String> others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).toAbsolutePath().normalize().startsWith(module));
    return Stream.concat(Stream.of(module.resolve("target/classes").toString()), others)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Mutant> read(Path mutations) throws IOException {
    try {
      var document =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(mutations.toFile());
      var elements = document.getElementsByTagName("mutation");
      List<Element> found = new ArrayList<>();
      for (int i = 0; i < elements.getLength(); i++) {
        found.add((Element) elements.item(i));
      }
      return named(found);
    } catch (ParserConfigurationException | SAXException unread) {
      throw new IOException(unread);
    }
  }

  /** Several mutants of a method are told apart by their order in it. */
  private static List<Mutant> named(List<Element> found) {
    found.sort(
        Comparator.comparing(Pit::place)
            .thenComparingInt(mutation -> Integer.parseInt(text(mutation, "index"))));
    Map<String, Integer> seen = new HashMap<>();
    List<Mutant> mutants = new ArrayList<>();
    for (Element mutation : found) {
      int number = seen.merge(place(mutation), 1, Integer::sum);
      mutants.add(
          new Mutant(
              place(mutation) + ", number " + number,
              text(mutation, "sourceFile") + ":" + text(mutation, "lineNumber"),
              mutation.getAttribute("status")));
    }
    return mutants;
  }

  private static String place(Element mutation) {
    String type = text(mutation, "mutatedClass").replaceFirst(PREFIX, "");
    return type + "." + text(mutation, "mutatedMethod") + ": " + text(mutation, "description");
  }

  private static String text(Element mutation, String name) {
    return mutation.getElementsByTagName(name).item(0).getTextContent();
  }
}
