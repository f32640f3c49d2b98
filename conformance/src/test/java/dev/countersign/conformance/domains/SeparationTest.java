package dev.countersign.conformance.domains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.host.platform.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The figure and the table in the documentation are what the score makes of the labelled set;
 * {@code -Dcountersign.figures=write} draws the figure anew.
 */
class SeparationTest {
  private static final Path DOCS = Path.of(System.getProperty("countersign.root", ".."), "docs");
  private static final Path FIGURE = DOCS.resolve("figures/domain-roc.svg");
  private static final int FLAG_FROM = (int) Limit.RISK_FLAG_FROM_THOUSANDTHS.byDefault();
  private static final int BLOCK_ABOVE = (int) Limit.RISK_BLOCK_ABOVE_THOUSANDTHS.byDefault();

  private final RocCurve curve = new RocCurve(LabelledDomains.all());

  @Test
  void the_score_separates_good_from_bad() {
    var part = ReportPart.begin("domain-separation");
    assertTrue(LabelledDomains.all().size() >= 500);
    assertTrue(curve.area() > 0.9, () -> "area " + curve.area());
    assertTrue(curve.wrongly(BLOCK_ABOVE + 1) < 0.01, "hardly a good domain is blocked");
    part.count("labelled domains", LabelledDomains.all().size())
        .fact("seed", LabelledDomains.SEED)
        .fact("area under the curve", Math.round(1000 * curve.area()) / 1000.0)
        .passed();
  }

  @Test
  void the_figure_is_this_curve() throws IOException {
    String figure = RocFigure.draw(curve, FLAG_FROM, BLOCK_ABOVE);
    if ("write".equals(System.getProperty("countersign.figures"))) {
      Files.writeString(FIGURE, figure);
    }
    assertEquals(figure, Files.readString(FIGURE));
  }

  @Test
  void the_table_is_this_curve() throws IOException {
    String page = Files.readString(DOCS.resolve("domain-intelligence.md"));
    var rows =
        List.of(
            curve.row("flagged from 0.3", FLAG_FROM),
            curve.row("blocked above 0.7", BLOCK_ABOVE + 1),
            curve.row("if blocked above 0.5", 501),
            String.format(
                Locale.ROOT,
                "%d good, %d bad, %d unknown; area under the curve %.3f",
                curve.good(),
                curve.bad(),
                curve.unknown(),
                curve.area()));
    assertEquals("", String.join("\n", rows.stream().filter(row -> !page.contains(row)).toList()));
  }
}
