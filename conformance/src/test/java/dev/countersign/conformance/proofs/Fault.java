package dev.countersign.conformance.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mistake planted in a copy of the core.
 *
 * @param contract the method whose contract must then stay open, as {@code Class::method}
 */
public record Fault(String name, String file, String original, String planted, String contract) {
  private static final Pattern GUARD =
      Pattern.compile(
          "\\n {2}(?:public|private) static int (?<method>\\w+)\\("
              + "|\\n {4,6}if \\((?<condition>[^{]+)\\) \\{\\n\\s+return Refusal\\.(?<why>\\w+);");

  public String applyTo(String source) {
    if (source.indexOf(original) < 0 || source.indexOf(original) != source.lastIndexOf(original)) {
      throw new IllegalArgumentException(name + ": its text is not in " + file + " exactly once");
    }
    return source.replace(original, planted);
  }

  /** One fault for each guard of a table of requirements: the guard is not asked. */
  static List<Fault> droppedGuards(String file, String source) {
    String type = file.replace(".java", "");
    List<Fault> faults = new ArrayList<>();
    String method = "";
    Matcher match = GUARD.matcher(source);
    while (match.find()) {
      if (match.group("method") != null) {
        method = match.group("method");
      } else {
        // All that stands before the guard makes the edit's place unique.
        String head = source.substring(0, match.start());
        String guard = match.group();
        String dropped = guard.replace("if (" + match.group("condition") + ")", "if (false)");
        String name = type + "::" + method + " without " + match.group("why");
        boolean named = faults.stream().anyMatch(fault -> fault.name().equals(name));
        faults.add(
            new Fault(
                named ? name + " at last" : name,
                file,
                head + guard,
                head + dropped,
                type + "::" + method));
      }
    }
    return faults;
  }
}
