package dev.countersign.conformance.report;

import dev.countersign.host.platform.Html;
import dev.countersign.host.proofs.ProofReport;
import dev.countersign.host.proofs.ProofReport.Law;
import dev.countersign.host.proofs.ProofReport.Stage;
import dev.countersign.host.proofs.ProofReport.State;
import java.util.Locale;

/**
 * The first screen: what was proved, what was checked to a bound, what was tested, what is trusted.
 */
final class Summary {
  private Summary() {}

  static String of(ProofReport report) {
    long kept = report.laws().stream().filter(Law::passed).count();
    long proved = report.laws().stream().filter(l -> l.label().startsWith("proved")).count();
    var html = new Html().raw("<section class=\"summary\">");
    html.raw("<article><h2>Proved</h2><p>")
        .say(kept + " of " + report.laws().size() + " laws hold in all their places; ")
        .say(proved + " are theorems over every sequence of calls.")
        .raw("</p>");
    stages(html, report, "proved");
    html.raw("</article><article><h2>Checked to a bound</h2>");
    stages(html, report, "bounded");
    html.raw("</article><article><h2>Tested</h2>");
    int tests = report.suites().stream().mapToInt(ProofReport.Suite::tests).sum();
    long tries = report.suites().stream().mapToLong(ProofReport.Suite::tries).sum();
    html.raw("<p>")
        .say(String.format(Locale.ROOT, "%,d tests, run %,d times in all.", tests, tries))
        .raw("</p>");
    stages(html, report, "tested");
    html.raw("</article><article><h2>Trusted</h2><ul class=\"trusted\">");
    report.trusted().forEach(thing -> html.raw("<li>").say(shortened(thing)).raw("</li>"));
    return html.raw("</ul></article></section>").text();
  }

  private static void stages(Html html, ProofReport report, String kind) {
    html.raw("<ul>");
    for (Stage stage : report.stages()) {
      if (stage.kind().equals(kind) && (stage.required() || stage.state() != State.MISSING)) {
        html.raw("<li class=\"")
            .raw(stage.state().wire())
            .raw("\">")
            .raw(stage.state() == State.PASSED ? counts(stage) : absent(stage))
            .raw("</li>");
      }
    }
    html.raw("</ul>");
  }

  private static String counts(Stage stage) {
    var html = new Html();
    String between = "";
    for (var count : stage.counts().entrySet().stream().limit(2).toList()) {
      html.raw(between)
          .raw("<b>")
          .say(String.format(Locale.ROOT, "%,d", count.getValue()))
          .raw("</b> ")
          .say(count.getKey());
      between = ", ";
    }
    return html.raw("<small>").say(stage.title()).raw("</small>").text();
  }

  private static String absent(Stage stage) {
    return new Html()
        .raw("<b>")
        .say(stage.state().wire())
        .raw("</b><small>")
        .say(stage.title())
        .raw("</small>")
        .text();
  }

  /** Up to the first comma or colon: the table in ASSUMPTIONS.md says the rest. */
  private static String shortened(String thing) {
    return thing.replaceAll("[,:].*", "").replace("`", "");
  }
}
