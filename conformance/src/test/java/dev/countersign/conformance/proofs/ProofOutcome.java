package dev.countersign.conformance.proofs;

/** How one contract's proof ended. */
record ProofOutcome(String task, String contract, Verdict verdict, long millis, int nodes) {
  enum Verdict {
    PROVED,
    /** No rule applies any more and goals are open: it does not hold, or KeY cannot see it. */
    OPEN,
    /** Steps or time ran out, which says nothing either way. */
    LIMIT
  }

  String line() {
    return String.join(
        "\t", task, contract, verdict.name(), Long.toString(millis), Integer.toString(nodes));
  }

  static ProofOutcome ofLine(String line) {
    String[] cells = line.split("\t", -1);
    return new ProofOutcome(
        cells[0],
        cells[1],
        Verdict.valueOf(cells[2]),
        Long.parseLong(cells[3]),
        Integer.parseInt(cells[4]));
  }
}
