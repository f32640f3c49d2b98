package dev.countersign.host.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One row of {@code conformance/CLAIMS.md}: a law and its four places.
 *
 * @param lean file name of the theorem, under {@code proofs/Countersign/Thm}
 * @param contract {@code Type.method} in the kernel's core
 * @param test class of the property, whose method has the law's name
 * @param label how the law is claimed
 * @param line of the row, from 1
 */
public record Claim(String law, String lean, String contract, String test, String label, int line) {
  private static final List<String> HEADINGS = List.of("## Oversight", "## Risk");
  private static final Pattern ROW =
      Pattern.compile(
          "\\| `(?<law>\\w+)` \\| `(?<lean>\\w+\\.lean)` \\| `(?<contract>\\w+\\.\\w+)`[^|]*"
              + "\\| `(?<test>\\w+)` \\| (?<label>[^|]+) \\|");

  /** The rows under the headings whose laws have contracts in the kernel, in their order. */
  public static List<Claim> oversight(String claims) {
    List<Claim> rows = new ArrayList<>();
    String[] lines = claims.split("\n", -1);
    boolean within = false;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("## ")) {
        within = HEADINGS.contains(lines[i]);
      } else if (within && lines[i].startsWith("| `")) {
        rows.add(row(lines[i], i + 1));
      }
    }
    return rows;
  }

  private static Claim row(String text, int line) {
    var row = ROW.matcher(text);
    if (!row.matches()) {
      throw new IllegalArgumentException("not a row of claims: " + text);
    }
    return new Claim(
        row.group("law"),
        row.group("lean"),
        row.group("contract"),
        row.group("test"),
        row.group("label").strip(),
        line);
  }
}
