package dev.countersign.host.messages;

import dev.countersign.kernel.Risk;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A risk in two columns: which kind, and the score where there is one. */
@Embeddable
public class RiskColumns {
  private static final String UNKNOWN = "UNKNOWN";
  private static final String UNCHECKED = "UNCHECKED";
  private static final String KNOWN = "KNOWN";

  @Column(name = "risk")
  private String kind = UNKNOWN;

  @Column(name = "risk_score")
  private int thousandths;

  protected RiskColumns() {}

  RiskColumns(Risk risk) {
    switch (risk) {
      case Risk.Unknown() -> kind = UNKNOWN;
      case Risk.Unchecked() -> kind = UNCHECKED;
      case Risk.Known(int score) -> {
        kind = KNOWN;
        thousandths = score;
      }
    }
  }

  Risk risk() {
    return switch (kind) {
      case UNCHECKED -> new Risk.Unchecked();
      case KNOWN -> new Risk.Known(thousandths);
      default -> new Risk.Unknown();
    };
  }
}
