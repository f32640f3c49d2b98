package dev.countersign.audit.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.countersign.audit.Finding;
import dev.countersign.audit.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is said of an audit, to people and to programs.
 *
 * @param keysGiven the log's keys came from whoever audits, not from the server that is audited
 * @param keptChecked a checkpoint from an earlier audit was compared
 */
record Report(Outcome outcome, boolean keysGiven, boolean keptChecked) {
  private static final int SHOWN_MAX = 20;
  private static final int ALIKE_MAX = 3;
  private static final int NAME_WIDTH = 22;

  /** Lines for a terminal; what stands in entries is shown without tricks. */
  String text() {
    List<String> lines = new ArrayList<>();
    if (outcome.verified()) {
      lines.add("VERIFIED");
      lines.add("Nothing was changed, dropped or reordered, everything was done by whom the log");
      lines.add("names, and no message left without the approvals that its policy required.");
    } else {
      lines.add("NOT VERIFIED");
      lines.add(String.format(Locale.ROOT, "%,d findings; some of each rule:", outcome.total()));
      shown().forEach(finding -> add(lines, finding));
      lines.add("What was looked at:");
    }
    lines.add(line("log", outcome.origin()));
    lines.add(line("root", outcome.root()));
    outcome
        .counts()
        .forEach((name, count) -> lines.add(line(name.replace('_', ' '), number(count))));
    outcome
        .witnesses()
        .forEach((key, size) -> lines.add(line("witness", witness(key) + upTo(size))));
    if (!keysGiven) {
      lines.add(
          "The log's keys were taken from the server itself. Get them on another way, and give");
      lines.add("them with --log-key, to exclude that it shows you a log of its own.");
    }
    if (!keptChecked) {
      lines.add(
          "No earlier checkpoint was compared: with --since FILE the next audit notices when");
      lines.add("history was rewritten in between.");
    }
    if (outcome.counts().containsKey("from_before")) {
      lines.add(
          "What was done to keys, mailboxes and messages from before the log began is not in");
      lines.add("it, and not covered by this audit.");
    }
    if (outcome.witnesses().isEmpty()) {
      lines.add("No witness was asked for: with --witness KEY you learn who else has signed it.");
    }
    return String.join("\n", lines);
  }

  private static String witness(String key) {
    return key.substring(0, key.indexOf('+'));
  }

  private static String upTo(long size) {
    return size == 0 ? " has signed none of this" : " has signed " + number(size) + " entries";
  }

  /** One change has many consequences of one kind; they may not hide the others. */
  private List<Finding> shown() {
    return outcome.findings().stream()
        .collect(groupingBy(Finding::rule, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .flatMap(alike -> alike.stream().limit(ALIKE_MAX))
        .limit(SHOWN_MAX)
        .toList();
  }

  private static void add(List<String> lines, Finding finding) {
    String where =
        finding
            .index()
            .map(index -> "entry " + index + finding.entry().map(id -> " " + id).orElse(""))
            .orElse("the log");
    lines.add("- " + where + ": " + harmless(finding.what()));
    lines.add(
        "  "
            + finding.rule().code()
            + finding.law().map(law -> ", breaks " + law).orElse("")
            + ". "
            + finding.rule().advice());
  }

  /** JSON as {@code docs/audit.md} describes it. */
  String json() throws IOException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("countersign_audit", 1);
    report.put("verified", outcome.verified());
    report.put("origin", outcome.origin());
    report.put("tenant", outcome.tenant());
    report.put("root", outcome.root());
    report.put("log_keys", keysGiven ? "given" : "from_server");
    report.put("earlier_checkpoint", keptChecked ? "compared" : "none");
    report.put("tiles", outcome.counts().containsKey("tiles_compared") ? "compared" : "none");
    report.put("witnesses", outcome.witnesses());
    report.put("counts", outcome.counts());
    report.put("findings_total", outcome.total());
    report.put("findings", outcome.findings().stream().map(Report::members).toList());
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report);
  }

  private static Map<String, Object> members(Finding finding) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("rule", finding.rule().code());
    finding.law().ifPresent(law -> members.put("law", law));
    finding.index().ifPresent(index -> members.put("index", index));
    finding.entry().ifPresent(entry -> members.put("entry", entry));
    members.put("what", finding.what());
    members.put("advice", finding.rule().advice());
    return members;
  }

  private static String line(String name, String value) {
    return "  " + name + " ".repeat(Math.max(1, NAME_WIDTH - name.length())) + harmless(value);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  // A forged entry may hold what plays tricks on terminals.
  private static String harmless(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(c -> out.append(' ' <= c && c <= '~' ? String.valueOf((char) c) : "?"));
    return out.toString();
  }
}
