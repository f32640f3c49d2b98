package dev.countersign.conformance.report;

import dev.countersign.host.platform.Html;
import dev.countersign.host.proofs.ProofReport;
import dev.countersign.host.proofs.ProofReport.Law;
import dev.countersign.host.proofs.ProofReport.Place;
import dev.countersign.host.proofs.ProofReport.Stage;
import dev.countersign.host.proofs.ProofReport.State;
import dev.countersign.host.proofs.ProofReport.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report as one page for people: no scripts, nothing from elsewhere, fit to be printed. */
final class Page {
  private final ProofReport report;

  Page(ProofReport report) {
    this.report = report;
  }

  String html() {
    return new Html()
        .raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .raw("<title>Countersign: what was proved and tried</title><style>")
        .raw(style())
        .raw("</style></head><body><main>")
        .raw(heading())
        .raw(Summary.of(report))
        .raw(failures())
        .raw(laws())
        .raw(stages())
        .raw(suites())
        .raw(subject())
        .raw("</main></body></html>\n")
        .text();
  }

  private String heading() {
    String verdict = report.passed() ? "Everything passed" : "Not passed";
    return new Html()
        .raw("<header><h1>What was proved, checked and tried</h1><p class=\"verdict ")
        .raw(report.passed() ? "passed" : "failed")
        .raw("\">")
        .say(verdict)
        .raw("</p><p class=\"when\">Countersign, ")
        .say(report.madeAt().replace('T', ' ').replace("Z", " UTC"))
        .say(", " + time(report.seconds()))
        .say(report.commit() == null ? "" : ", commit " + report.commit())
        .raw("</p></header>")
        .text();
  }

  private String failures() {
    if (report.failures().isEmpty()) {
      return "";
    }
    var html = new Html().raw("<section class=\"faults\"><h2>What is not as it must be</h2><ul>");
    report.failures().forEach(failure -> html.raw("<li>").say(failure).raw("</li>"));
    return html.raw("</ul></section>").text();
  }

  private String laws() {
    var html =
        new Html()
            .raw("<section><h2>The laws, each in its four places</h2><table class=\"laws\">")
            .raw("<thead><tr><th>Law and claim</th><th>Theorem over all runs (Lean)</th>")
            .raw("<th>Contract of the Java (KeY)</th><th>Property of the Java (jqwik)</th></tr>")
            .raw("</thead><tbody>");
    for (Law law : report.laws()) {
      html.raw("<tr><td><code>")
          .say(law.law())
          .raw("</code><small>")
          .say(plain(law.label()) + ", CLAIMS.md:" + law.claimLine())
          .raw("</small></td>")
          .raw(place(law.theorem()))
          .raw(place(law.contract()))
          .raw(place(law.test()))
          .raw("</tr>");
    }
    return html.raw("</tbody></table></section>").text();
  }

  private static String place(Place place) {
    String file = place.file().substring(place.file().lastIndexOf('/') + 1);
    return new Html()
        .raw("<td>")
        .raw(badge(place.state()))
        .raw(" <code>")
        .say(file + ":" + place.line())
        .raw("</code><small>")
        .say(place.saw())
        .raw("</small></td>")
        .text();
  }

  private String stages() {
    var html =
        new Html()
            .raw(
                "<section><h2>The stages of the run</h2><table class=\"stages\"><thead><tr><th>Stage</th>")
            .raw("<th>Counts</th><th>Facts</th><th class=\"number\">Time</th></tr></thead><tbody>");
    for (Stage stage : report.stages()) {
      boolean absent = !stage.required() && stage.state() == State.MISSING;
      html.raw("<tr><td>")
          .raw(absent ? "<span class=\"badge absent\">not run</span>" : badge(stage.state()))
          .raw(" ")
          .say(stage.title())
          .raw("<small><code>")
          .say(stage.stage())
          .raw("</code></small></td><td>")
          .raw(entries(stage.counts()))
          .raw("</td><td>")
          .raw(entries(stage.facts()))
          .raw("</td><td class=\"number\">")
          .say(stage.state() == State.MISSING ? "" : time(stage.seconds()))
          .raw("</td></tr>");
    }
    return html.raw("</tbody></table></section>").text();
  }

  /** Tables within tables, such as a time for each contract, are left to the JSON file. */
  private static String entries(Map<String, ?> entries) {
    return entries.entrySet().stream()
        .filter(entry -> !(entry.getValue() instanceof Map<?, ?>))
        .map(entry -> Map.entry(entry.getKey(), shown(entry.getValue())))
        .map(
            entry ->
                new Html()
                    .raw("<div>")
                    .say(entry.getKey() + ": ")
                    .raw("<b>")
                    .say(entry.getValue())
                    .raw("</b></div>")
                    .text())
        .collect(Collectors.joining());
  }

  private static String shown(Object value) {
    if (value instanceof Long || value instanceof Integer) {
      return String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
    }
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }

  private String suites() {
    var html =
        new Html()
            .raw("<section><h2>Tests</h2><table><thead><tr><th>Where</th>")
            .raw("<th class=\"number\">Tests</th><th class=\"number\">Runs of them</th>")
            .raw("<th class=\"number\">Failed</th><th class=\"number\">Skipped</th>")
            .raw("<th class=\"number\">Time</th></tr></thead><tbody>");
    for (Suite suite : report.suites()) {
      html.raw("<tr><td>").say(suite.name()).raw("</td>");
      for (long number : new long[] {suite.tests(), suite.tries()}) {
        html.raw("<td class=\"number\">").say(shown(number)).raw("</td>");
      }
      html.raw(suite.failed() > 0 ? "<td class=\"number bad\">" : "<td class=\"number\">")
          .say(shown(suite.failed()))
          .raw("</td><td class=\"number\">")
          .say(shown(suite.skipped()))
          .raw("</td><td class=\"number\">")
          .say(time(suite.seconds()))
          .raw("</td></tr>");
    }
    return html.raw("</tbody></table></section>").text();
  }

  private String subject() {
    var html =
        new Html()
            .raw("<section class=\"exact\"><h2>What exactly this is about</h2><dl>")
            .raw(hash("Kernel, its classes", report.subject().kernel()))
            .raw(hash("Server, all that its archive carries", report.subject().war()))
            .raw(hash("Server, the archive as one file", report.subject().warFile()))
            .raw(hash("Proofs, all files", report.subject().proofs()))
            .raw(
                "</dl><p>Each is the SHA-256 value of the lines that <code>sha256sum</code> prints")
            .raw(" for the files, sorted by path. A running server computes the same of itself")
            .raw(" and shows it at <code>GET /v1/proof-status</code>.</p><h3>Tools</h3><dl>");
    report.tools().forEach((name, version) -> html.raw(entry(name, version)));
    html.raw("</dl><h3>Proof files</h3><dl class=\"files\">");
    new TreeMap<>(report.proofFiles()).forEach((path, hash) -> html.raw(entry(path, hash)));
    return html.raw("</dl><h3>To see it again</h3><p><code>./countersign test</code> does all")
        .raw(" of it from the sources; <code>report.json</code> beside this page has every")
        .raw(" number. <code>conformance/CLAIMS.md</code> says how each law is claimed,")
        .raw(" <code>docs/ASSUMPTIONS.md</code> what is trusted and what is not claimed.</p>")
        .raw("</section>")
        .text();
  }

  private static String hash(String name, @Nullable String value) {
    return entry(name, value == null ? "not built" : value);
  }

  private static String entry(String name, String value) {
    return new Html()
        .raw("<div><dt>")
        .say(name)
        .raw("</dt><dd><code>")
        .say(value)
        .raw("</code></dd></div>")
        .text();
  }

  private static String badge(State state) {
    return "<span class=\"badge " + state.wire() + "\">" + state.wire() + "</span>";
  }

  private static String plain(String markdown) {
    return markdown.replace("`", "");
  }

  static String time(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(ProofReport.class.getResourceAsStream("/evidence/report.css"))) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("report.css cannot be read", e);
    }
  }
}
