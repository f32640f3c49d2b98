package dev.countersign.conformance.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the provers read is what is written, and they can read it. */
class ContractsAreLiveTest {
  /** KeY's parser knows none of these; OpenJML fails on the first. */
  private static final Pattern UNREADABLE =
      Pattern.compile(
          "\\brecord\\s+\\w+\\s*\\(|\\bsealed\\b|\\bvar\\s|->|\\binstanceof\\b|@Override|\\bimport\\b"
              + "|\\benum\\b|<\\w+>");

  private final CoreSources core = CoreSources.read();

  @Test
  void no_contract_is_a_plain_comment() {
    for (Map.Entry<String, String> file : core.files().entrySet()) {
      assertFalse(file.getValue().contains("//@"), file.getKey() + ": a formatter kills //@");
      assertFalse(file.getValue().contains("/* @"), file.getKey() + ": /* @ is a plain comment");
      assertEquals(
          count(file.getValue(), "/*@"),
          count(file.getValue(), "@*/"),
          () -> file.getKey() + ": every contract ends as one");
    }
  }

  @Test
  void every_public_method_of_the_core_has_a_contract() {
    Pattern method = Pattern.compile("(@\\*/)?\\n {2}public (?:static )?[\\w.]+ \\w+\\(");
    List<String> bare = new ArrayList<>();
    core.files()
        .forEach(
            (name, text) ->
                method
                    .matcher(text)
                    .results()
                    .filter(match -> match.group(1) == null)
                    .forEach(match -> bare.add(name + match.group())));
    // Work opens no gate, and every call that it names is asked again.
    assertEquals(
        List.of("Work.java\n  public static int kind(", "Work.java\n  public static long at("),
        bare);
  }

  @Test
  void the_core_stays_within_the_language_of_the_provers() {
    for (Map.Entry<String, String> file : core.files().entrySet()) {
      var code = file.getValue().replaceAll("(?s)/\\*.*?\\*/", "");
      var match = UNREADABLE.matcher(code);
      assertFalse(match.find(), () -> file.getKey() + ": " + match.group());
    }
  }

  @Test
  void every_fault_can_be_planted() {
    List<Fault> faults = Faults.all(core);
    faults.forEach(fault -> assertFalse(core.with(fault).equals(core), fault::name));
    assertEquals(faults.size(), faults.stream().map(Fault::name).distinct().count());
    assertEquals(Faults.countAlways(), Faults.always(core).size());
  }

  @Test
  void every_guard_has_its_fault() {
    for (String table : List.of("MessageRequires.java", "TenantRequires.java")) {
      String source = core.file(table);
      int refusals = source.split("return Refusal\\.(?!NONE)", -1).length - 1;
      assertEquals(refusals, Fault.droppedGuards(table, source).size());
      assertTrue(refusals > 0);
    }
  }

  private static int count(String text, String mark) {
    return text.split(Pattern.quote(mark), -1).length - 1;
  }
}
