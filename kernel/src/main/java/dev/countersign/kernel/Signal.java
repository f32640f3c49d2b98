package dev.countersign.kernel;

import java.util.List;

/**
 * What is looked at of a recipient's domain, with a word for each level, best first. The last word
 * stands for the worse levels too.
 */
public enum Signal {
  MAIL_EXCHANGE(
      dev.countersign.kernel.core.Signal.MAIL_EXCHANGE,
      "mx",
      "address_only",
      "null_mx",
      "no_mail_host"),
  SPF(dev.countersign.kernel.core.Signal.SPF, "strict", "neutral", "missing", "broken"),
  DMARC(dev.countersign.kernel.core.Signal.DMARC, "reject", "quarantine", "none", "missing"),
  DNSSEC(dev.countersign.kernel.core.Signal.DNSSEC, "signed", "unsigned", "unsigned", "bogus"),
  TRANSPORT_SECURITY(
      dev.countersign.kernel.core.Signal.TRANSPORT_SECURITY, "both", "one", "neither"),
  NAME_SERVERS(dev.countersign.kernel.core.Signal.NAME_SERVERS, "several", "single", "none"),
  REGISTRATION(
      dev.countersign.kernel.core.Signal.REGISTRATION,
      "established",
      "under_a_year",
      "under_a_month",
      "under_a_week"),
  BLOCKLIST(
      dev.countersign.kernel.core.Signal.BLOCKLIST, "not_listed", "listed", "listed_by_several"),
  THREAT_LIST(dev.countersign.kernel.core.Signal.THREAT_LIST, "not_listed", "listed"),
  DISPOSABLE(dev.countersign.kernel.core.Signal.DISPOSABLE, "no", "yes"),
  LOOKALIKE(dev.countersign.kernel.core.Signal.LOOKALIKE, "none", "similar", "confusable"),
  HISTORY(
      dev.countersign.kernel.core.Signal.HISTORY,
      "corresponded",
      "first_mail",
      "bounced",
      "rejected");

  final int code;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> words;

  Signal(int code, String... words) {
    this.code = code;
    this.words = List.of(words);
  }

  /** {@return the word used in JSON, such as {@code mail_exchange}} */
  public String wire() {
    return Words.wire(this);
  }

  /** {@return what a level of this signal is called in JSON, such as {@code null_mx}} */
  public String word(Level level) {
    if (level.code < 0) {
      return Words.wire(level);
    }
    return level.code < words.size() ? words.get(level.code) : words.getLast();
  }

  /** {@return whether the risk is unknown while this signal is} */
  public boolean essential() {
    return dev.countersign.kernel.core.Signal.weights(code).essential;
  }

  /** {@return what a level adds to the score, in thousandths} */
  public int weight(Level level) {
    return dev.countersign.kernel.core.Signal.weights(code).at(level.code);
  }
}
