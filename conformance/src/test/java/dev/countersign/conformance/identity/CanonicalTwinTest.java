package dev.countersign.conformance.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.Programs;
import dev.countersign.host.identity.IdentityClaim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.Shrinkable;

/** The Java that writes what is signed, and the Lean specification of it, run by Lean. */
class CanonicalTwinTest {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final int CLAIMS = 1_200;

  @Example
  void lean_and_java_write_the_same_bytes_of_any_claim() throws Exception {
    Programs.needed("npm", "--version");
    var part = ReportPart.begin("identity-canonical");
    long seed = new Random().nextLong();
    var claims =
        ClaimSamples.any().generator(1000, true).stream(new Random(seed))
            .map(Shrinkable::value)
            .limit(CLAIMS)
            .toList();
    var forms = writtenByLean(claims.stream().map(CanonicalTwinTest::numbers).toList());
    assertEquals(claims.size(), forms.size());
    long bytes = 0;
    for (int i = 0; i < claims.size(); i++) {
      var claim = claims.get(i);
      var theirs = text(forms.get(i)).getBytes(StandardCharsets.UTF_8);
      assertArrayEquals(
          theirs, claim.canonicalBytes(), () -> "with seed " + seed + " they differ on " + claim);
      bytes += theirs.length;
    }
    part.count("claims written alike by Lean and Java", claims.size())
        .count("bytes compared", bytes)
        .fact("seed", seed)
        .passed();
  }

  private static List<String> writtenByLean(List<String> rows) throws Exception {
    var folder = Files.createTempDirectory("canonical");
    var source = Files.write(folder.resolve("claims.txt"), rows);
    var target = folder.resolve("forms.txt");
    var output = folder.resolve("output.txt");
    var process =
        new ProcessBuilder(
                ROOT.resolve("proofs/canonical").toString(), source.toString(), target.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> "Lean: " + contentOf(output));
    return Files.readAllLines(target);
  }

  /** A claim as the specification reads it: numbers, each text with its length before it. */
  private static String numbers(IdentityClaim claim) {
    List<Long> row = new ArrayList<>();
    row.add(claim.aiGenerated() ? 1L : 0L);
    row.add(claim.verifiedOperator() ? 1L : 0L);
    row.add(claim.iat().getEpochSecond());
    row.add((long) claim.capabilities().size());
    claim.capabilities().forEach(capability -> addText(capability, row));
    addText(claim.created().toString(), row);
    addText(claim.operator(), row);
    addText(claim.oversight(), row);
    addText(claim.reputationHash(), row);
    addText(claim.service(), row);
    return row.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static void addText(String text, List<Long> row) {
    row.add((long) text.codePointCount(0, text.length()));
    text.codePoints().forEach(c -> row.add((long) c));
  }

  private static String text(String numbers) {
    var text = new StringBuilder();
    for (String number : numbers.strip().split(" ", -1)) {
      text.appendCodePoint(Integer.parseInt(number));
    }
    return text.toString();
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "no output";
    }
  }
}
