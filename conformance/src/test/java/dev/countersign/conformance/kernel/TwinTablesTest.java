package dev.countersign.conformance.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.countersign.kernel.Direction;
import dev.countersign.kernel.GateTiming;
import dev.countersign.kernel.Level;
import dev.countersign.kernel.MessageCall;
import dev.countersign.kernel.Mode;
import dev.countersign.kernel.Refusal;
import dev.countersign.kernel.Role;
import dev.countersign.kernel.Signal;
import dev.countersign.kernel.SpamVerdict;
import dev.countersign.kernel.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The Lean specification and the core say the same words, in the same order. */
public class TwinTablesTest {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final Path LEAN = ROOT.resolve("proofs/Countersign/Spec");
  private static final Path CORE = ROOT.resolve("kernel/src/main/java/dev/countersign/kernel/core");

  private static final Pattern REFUSED = Pattern.compile(", \\.(\\w+)\\)|\\((grantable) ");

  /** Acts of the model that share one table in Java. */
  private static final Map<String, String> SHARED =
      Map.of(
          "accepted", "answered",
          "failed", "answered",
          "deferred", "answered",
          "suspendAll", "suspend",
          "liftAll", "lift");

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  @TestFactory
  Stream<DynamicTest> the_words_are_the_same_in_the_same_order() throws IOException {
    String lean = read(LEAN.resolve("Words.lean"));
    return Stream.of(
            Mode.values(),
            Direction.values(),
            Status.values(),
            GateTiming.values(),
            SpamVerdict.values(),
            Role.values(),
            Refusal.values())
        .map(
            words ->
                DynamicTest.dynamicTest(
                    words[0].getDeclaringClass().getSimpleName(),
                    () ->
                        assertEquals(
                            constructors(lean, words[0].getDeclaringClass().getSimpleName()),
                            Arrays.stream(words).map(word -> camel(word.name())).toList())));
  }

  @Test
  void the_calls_are_the_acts() throws IOException {
    List<String> calls =
        Arrays.stream(MessageCall.class.getDeclaredClasses())
            .filter(Class::isRecord)
            .map(type -> camel(type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_")))
            .sorted()
            .toList();
    List<String> acts = constructors(read(LEAN.resolve("Message.lean")), "MessageAct");
    assertEquals(acts.stream().sorted().toList(), calls);
  }

  private static List<String> constructors(String lean, String type) {
    Matcher body =
        Pattern.compile("(?s)inductive " + type + " where\\n(.*?)\\n  deriving").matcher(lean);
    assertEquals(true, body.find(), type);
    String plain = body.group(1).replaceAll("\\([^)]*\\)", "");
    return Pattern.compile("\\|\\s*(\\w+)").matcher(plain).results().map(r -> r.group(1)).toList();
  }

  private static String camel(String constant) {
    StringBuilder word = new StringBuilder();
    for (String part : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
      word.append(
          word.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return word.toString();
  }

  @Test
  void the_signals_and_levels_are_the_same_in_the_same_order() throws IOException {
    String lean = read(LEAN.resolve("DomainScore.lean"));
    assertEquals(constructors(lean, "Signal"), camels(Signal.values()));
    assertEquals(constructors(lean, "Level"), camels(Level.values()));
  }

  @Test
  void every_signal_weighs_the_same() throws IOException {
    var rows =
        Pattern.compile("\\| \\.(\\w+) => ⟨(\\w+), (\\d+), (\\d+), (\\d+), (\\d+)⟩")
            .matcher(read(LEAN.resolve("DomainScore.lean")))
            .results()
            .map(row -> Stream.of(1, 2, 3, 4, 5, 6).map(row::group).toList())
            .toList();
    assertEquals(rows, Arrays.stream(Signal.values()).map(TwinTablesTest::weights).toList());
  }

  private static List<String> weights(Signal signal) {
    return Stream.concat(
            Stream.of(camel(signal.name()), Boolean.toString(signal.essential())),
            Stream.of(Level.UNKNOWN, Level.FIRST, Level.SECOND, Level.THIRD)
                .map(level -> Integer.toString(signal.weight(level))))
        .toList();
  }

  private static List<String> camels(Enum<?>[] words) {
    return Arrays.stream(words).map(word -> camel(word.name())).toList();
  }

  @TestFactory
  Stream<DynamicTest> each_act_of_a_message_asks_the_same_in_the_same_order() throws IOException {
    return compare(
        leanTables(read(LEAN.resolve("Message.lean")), "def MessageAct.requires"),
        javaTables(read(CORE.resolve("MessageRequires.java"))));
  }

  @TestFactory
  Stream<DynamicTest> each_act_on_a_tenant_asks_the_same_in_the_same_order() throws IOException {
    String text = read(LEAN.resolve("Tenant.lean"));
    Map<String, List<String>> lean = leanTables(text, "def Tenant.requires");
    lean.keySet().removeAll(List.of("message", "look"));
    List<String> code = new ArrayList<>(lean.getOrDefault("requestCode", List.of()));
    leanTables(text, "def Purpose.requires").values().forEach(code::addAll);
    lean.put("requestCode", code);
    return compare(lean, javaTables(read(CORE.resolve("TenantRequires.java"))));
  }

  @Test
  void a_grant_asks_the_same_in_the_same_order() throws IOException {
    String lean = read(LEAN.resolve("Tenant.lean"));
    String body = lean.substring(lean.indexOf("def grantable"));
    assertEquals(
        words(REFUSED, body.substring(0, body.indexOf("\n\n"))),
        javaTables(read(CORE.resolve("TenantRequires.java"))).get("grantable"));
  }

  private static Stream<DynamicTest> compare(
      Map<String, List<String>> lean, Map<String, List<String>> java) {
    assertFalse(lean.isEmpty());
    return lean.entrySet().stream()
        .map(
            act ->
                DynamicTest.dynamicTest(
                    act.getKey(),
                    () ->
                        assertEquals(
                            act.getValue(),
                            java.get(SHARED.getOrDefault(act.getKey(), act.getKey())))));
  }

  /** From each arm of a definition by cases: its refusals, in their order. */
  private static Map<String, List<String>> leanTables(String lean, String definition) {
    String body = lean.substring(lean.indexOf(definition));
    body = body.substring(0, body.indexOf("\n\n"));
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (String arm : body.split("\n  \\| ", -1)) {
      if (arm.startsWith(".") || arm.startsWith("_")) {
        String name = arm.substring(arm.startsWith(".") ? 1 : 0).split("\\W", -1)[0];
        tables.put(name, words(REFUSED, arm));
      }
    }
    return tables;
  }

  /** From each method: its refusals, in their order; that a row is missing is Lean's `having`. */
  private static Map<String, List<String>> javaTables(String java) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (String method : java.split("\n  public static int ", -1)) {
      List<String> refusals =
          words(
                  Pattern.compile("return Refusal\\.(?!NONE|NOT_FOUND)(\\w+)|= (grantable)\\("),
                  method)
              .stream()
              .map(word -> word.equals("grantable") ? word : camel(word))
              .toList();
      tables.put(method.split("\\W", -1)[0], refusals);
    }
    return tables;
  }

  private static List<String> words(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
        .toList();
  }
}
