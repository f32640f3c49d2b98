package dev.countersign.conformance.proofs;

import java.nio.file.Path;

/**
 * Contracts to prove.
 *
 * @param folder the sources, loaded as they stand
 * @param contracts a regular expression over the contracts' names
 * @param part which part of them, of how many
 */
record ProofTask(String name, Path folder, String contracts, int part, int parts) {
  String line() {
    return String.join("\t", name, folder.toString(), contracts, part + "/" + parts);
  }

  static ProofTask ofLine(String line) {
    String[] cells = line.split("\t", -1);
    String[] share = cells[3].split("/", -1);
    return new ProofTask(
        cells[0],
        Path.of(cells[1]),
        cells[2],
        Integer.parseInt(share[0]),
        Integer.parseInt(share[1]));
  }
}
