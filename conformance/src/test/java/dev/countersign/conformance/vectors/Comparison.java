package dev.countersign.conformance.vectors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the lines of a vectors file with whichever kernel is on the class path. It is handed
 * and hands back plain values only, so that it can be run on a spoiled kernel by a loader of its
 * own.
 */
public final class Comparison implements Function<Stream<String>, Map<String, Object>> {
  private final Tally tally = new Tally();
  private @Nullable Table table;
  private @Nullable Traces traces;

  /** Ends with the first difference, of the traces the one with the shortest trace. */
  @Override
  public Map<String, Object> apply(Stream<String> lines) {
    var rest = lines.iterator();
    while (rest.hasNext()) {
      String line = rest.next();
      try {
        if (!read(line)) {
          break;
        }
      } catch (RuntimeException broken) {
        return Map.of("difference", "No kernel can agree with this line: " + broken + "\n" + line);
      }
    }
    return result();
  }

  private boolean read(String line) {
    if (table == null && traces == null) {
      return open(line);
    }
    if (line.equals("end")) {
      if (traces != null) {
        traces.end();
      }
      table = null;
      traces = null;
      return true;
    }
    if (traces != null) {
      inTraces(traces, line);
    } else if (table != null) {
      inTable(table, line);
    }
    return table == null || tally.difference == null;
  }

  private boolean open(String line) {
    String[] words = line.split(" ", 2);
    if (words[0].equals("traces")) {
      traces = new Traces(tally);
      return true;
    }
    table = new Table(words[1], words[0].equals("messages"), tally);
    return tally.difference == null;
  }

  private static void inTraces(Traces traces, String line) {
    if (traces.ended()) {
      return;
    }
    String[] words = line.split(" ", 2);
    switch (words[0]) {
      case "depth" -> traces.depth(Integer.parseInt(words[1]));
      case "state" -> traces.state(words[1]);
      case "prologue" -> traces.prologue(words[1]);
      case "call" -> traces.call(words[1]);
      default -> traces.line(line);
    }
  }

  private static void inTable(Table table, String line) {
    if (line.startsWith("presenter ")) {
      table.presenter(line.substring("presenter ".length()));
    } else if (line.startsWith("act ")) {
      table.act(line.substring("act ".length()));
    } else {
      table.line(line);
    }
  }

  private Map<String, Object> result() {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("steps", tally.steps);
    result.put("states", tally.states);
    result.put("trace steps", tally.traceSteps);
    result.put("trace states", tally.traceStates);
    result.put("traces", tally.traces.toString());
    result.put("depth", tally.depth);
    result.put("bound", tally.bound.size());
    if (tally.difference != null) {
      result.put("difference", tally.difference.message());
      List<String> trace = new ArrayList<>(tally.difference.trace());
      result.put("trace", trace);
    }
    return result;
  }
}
