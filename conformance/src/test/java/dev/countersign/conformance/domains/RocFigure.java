package dev.countersign.conformance.domains;

import java.util.Locale;

/** Draws the curve as SVG, with the default thresholds marked. */
final class RocFigure {
  private static final int SIDE = 400;
  private static final int MARGIN = 50;

  private RocFigure() {}

  static String draw(RocCurve curve, int flagFrom, int blockAbove) {
    var line = new StringBuilder();
    String last = "";
    for (int from = RocCurve.THOUSANDTHS + 1; from >= 0; from--) {
      String point = point(curve, from);
      if (!point.equals(last)) {
        line.append(line.isEmpty() ? "M" : " L").append(point);
        last = point;
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 500" font-family="sans-serif" font-size="14">
        <title>How many bad and good domains score at or above each threshold</title>
        <rect width="500" height="500" fill="#fff"/>
        <rect x="50" y="50" width="400" height="400" fill="none" stroke="#999"/>
        <path d="M50,450 L450,50" stroke="#ccc" stroke-dasharray="4"/>
        <path d="%s" fill="none" stroke="#1a5fb4" stroke-width="2.5"/>
        %s
        %s
        <text x="250" y="485" text-anchor="middle">good domains at or above the threshold</text>
        <text x="18" y="250" text-anchor="middle" transform="rotate(-90 18 250)">bad domains at or above the threshold</text>
        <text x="45" y="468" text-anchor="end">0</text>
        <text x="450" y="468" text-anchor="middle">1</text>
        <text x="42" y="56" text-anchor="end">1</text>
        <text x="440" y="435" text-anchor="end">area %s</text>
        </svg>
        """
        .formatted(
            line,
            mark(curve, flagFrom, "flagged from " + flagFrom / 1000.0),
            mark(curve, blockAbove + 1, "blocked above " + blockAbove / 1000.0),
            String.format(Locale.ROOT, "%.3f", curve.area()));
  }

  private static String mark(RocCurve curve, int from, String label) {
    String[] at = point(curve, from).split(",", -1);
    return String.format(
        Locale.ROOT,
        "<circle cx=\"%s\" cy=\"%s\" r=\"5\" fill=\"#c01c28\"/><text x=\"%.1f\" y=\"%.1f\">%s</text>",
        at[0],
        at[1],
        Double.parseDouble(at[0]) + 10,
        Double.parseDouble(at[1]) + 16,
        label);
  }

  private static String point(RocCurve curve, int from) {
    return String.format(
        Locale.ROOT,
        "%.1f,%.1f",
        MARGIN + SIDE * curve.wrongly(from),
        MARGIN + SIDE * (1 - curve.caught(from)));
  }
}
