package dev.countersign.conformance.vectors;

import dev.countersign.kernel.Decision;
import dev.countersign.kernel.Refusal;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * Where the kernel departs from the specification.
 *
 * @param from the state, in words
 * @param trace the calls that lead there from a new tenant, if the state was met in a trace
 * @param call who asks what
 * @param expected what Lean says
 * @param actual what the kernel says
 */
record Difference(String from, List<String> trace, String call, String expected, String actual) {
  static final String ALLOWED = "allowed";

  static <S> Difference of(String from, String call, Decision<S> expected, Decision<S> actual) {
    String said = words(expected);
    String did = words(actual);
    if (expected instanceof Decision.Allowed<S>(S wanted)
        && actual instanceof Decision.Allowed<S>(S got)) {
      did = ALLOWED + ", but " + departures(wanted, got);
    }
    return new Difference(from, List.of(), call, said, did);
  }

  Difference after(List<String> calls) {
    return new Difference(from, List.copyOf(calls), call, expected, actual);
  }

  private static String words(Decision<?> decision) {
    return switch (decision) {
      case Decision.Allowed<?> allowed -> ALLOWED;
      case Decision.Refused<?>(Refusal why) -> "refused " + why;
    };
  }

  /** Field by field, down to the innermost that differ. */
  static String departures(Object wanted, Object got) {
    List<String> found = new ArrayList<>();
    collect("", wanted, got, found);
    return String.join("; ", found);
  }

  private static void collect(String at, Object wanted, Object got, List<String> found) {
    if (Objects.equals(wanted, got)) {
      return;
    }
    if (wanted instanceof Record && wanted.getClass().equals(got.getClass())) {
      for (RecordComponent field : wanted.getClass().getRecordComponents()) {
        collect(at + "." + field.getName(), value(field, wanted), value(field, got), found);
      }
      return;
    }
    found.add((at.isEmpty() ? "it" : at.substring(1)) + " is " + got + " instead of " + wanted);
  }

  private static Object value(RecordComponent field, Object owner) {
    try {
      var accessor = field.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(owner);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String message() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("The kernel departs from the specification.");
    lines.add("laws: " + String.join(", ", Laws.ofFile().broken(call, expected, actual)));
    lines.add("call: " + call);
    lines.add("Lean: " + expected);
    lines.add("Java: " + actual);
    lines.add("state: " + from);
    if (trace.isEmpty()) {
      lines.add("trace: none of the traces gets there; the state is one of a table");
    } else {
      lines.add("shortest failing trace, from a new tenant:");
      for (int i = 0; i < trace.size(); i++) {
        lines.add("  " + (i + 1) + ". " + trace.get(i));
      }
    }
    return lines.toString();
  }
}
