package dev.countersign.kernel;

/** What a risk means under a policy. */
public enum RiskBand {
  UNKNOWN(dev.countersign.kernel.core.DomainScore.BAND_UNKNOWN),
  GREEN(dev.countersign.kernel.core.DomainScore.BAND_GREEN),
  FLAG(dev.countersign.kernel.core.DomainScore.BAND_FLAG),
  BLOCK(dev.countersign.kernel.core.DomainScore.BAND_BLOCK);

  final int code;

  RiskBand(int code) {
    this.code = code;
  }

  public String wire() {
    return Words.wire(this);
  }

  static RiskBand of(int code) {
    return Words.of(values(), word -> word.code, code);
  }
}
