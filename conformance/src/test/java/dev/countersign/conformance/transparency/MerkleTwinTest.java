package dev.countersign.conformance.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.conformance.report.ReportPart;
import dev.countersign.conformance.running.Programs;
import dev.countersign.host.transparency.merkle.ConsistencyProof;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.InclusionProof;
import dev.countersign.host.transparency.merkle.MerkleTree;
import dev.countersign.host.transparency.merkle.TreeHasher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The Java that makes and checks roots and proofs, and the Lean specification of them, run by Lean:
 * every tree up to a size, every proof over it, and spoiled ones. Both hash with the same simple
 * sums, so that Lean is quick; SHA-256 is compared with published values elsewhere.
 */
class MerkleTwinTest {
  private static final Path ROOT = Path.of(System.getProperty("countersign.root", ".."));
  private static final int ROOTS = 300;
  private static final int SIZES = Integer.getInteger("countersign.merkle.sizes", 17);
  private static final TreeHasher SUMS = new TreeHasher(Sums::hash);
  private static final MerkleTree TREE =
      Trees.over(SUMS, IntStream.range(0, ROOTS + 1).mapToObj(Sums::entry).toList());

  /** One question, and what the Java says to it. */
  private record Question(String numbers, Supplier<Optional<List<Hash>>> java) {}

  @Test
  void lean_and_java_agree_on_every_root_and_proof_up_to_a_size() throws Exception {
    Programs.needed("npm", "--version");
    var part = ReportPart.begin("merkle-twin");
    var roots = roots();
    var inclusions = inclusions();
    var consistencies = consistencies();
    List<Question> all = new ArrayList<>(roots);
    all.addAll(inclusions);
    all.addAll(consistencies);
    var answers = answeredByLean(all.stream().map(Question::numbers).toList());
    assertEquals(all.size(), answers.size());
    long refused = 0;
    for (int i = 0; i < all.size(); i++) {
      var question = all.get(i);
      assertEquals(answers.get(i).strip(), text(question.java().get()), question.numbers());
      refused += answers.get(i).equals("none") ? 1 : 0;
    }
    part.count("roots worked out alike by Lean and Java", roots.size())
        .count("inclusion proofs, whole and spoiled", inclusions.size())
        .count("consistency proofs, whole and spoiled", consistencies.size())
        .count("of these, fitting no tree of their size", refused)
        .fact("sizes of trees with every proof", SIZES)
        .passed();
  }

  private static List<Question> roots() {
    return IntStream.range(0, ROOTS)
        .filter(size -> size <= 2 * SIZES || size % 17 == 0 || Integer.bitCount(size) < 3)
        .mapToObj(size -> new Question("0 " + size, () -> Optional.of(List.of(TREE.root(size)))))
        .toList();
  }

  private static List<Question> inclusions() {
    List<Question> questions = new ArrayList<>();
    for (int size = 1; size <= SIZES; size++) {
      for (int index = 0; index < size; index++) {
        var path = TREE.inclusion(index, size).path();
        questions.add(inclusion(index + 1, index, size, path));
        questions.add(inclusion(index, index + 1, size, path));
        questions.add(inclusion(index, index, size + 1, path));
        for (var one : alsoSpoiled(path)) {
          questions.add(inclusion(index, index, size, one));
        }
      }
    }
    return questions;
  }

  private static List<Question> consistencies() {
    List<Question> questions = new ArrayList<>();
    for (int newer = 1; newer <= SIZES; newer++) {
      for (int older = 0; older <= newer; older++) {
        var path = TREE.consistency(older, newer).path();
        questions.add(consistency(older + 1, newer, path));
        questions.add(consistency(older, newer + 1, path));
        for (var one : alsoSpoiled(path)) {
          questions.add(consistency(older, newer, one));
        }
      }
    }
    return questions;
  }

  /** The path itself; one that is longer, one shorter, one with a bit changed. */
  private static List<List<Hash>> alsoSpoiled(List<Hash> path) {
    var near = EveryProofTest.near(path);
    return near.size() < 4
        ? List.of(path, near.getFirst())
        : List.of(path, near.getFirst(), near.get(path.size() + 1), near.get(path.size() + 2));
  }

  private static Question inclusion(int entry, int index, int size, List<Hash> path) {
    return new Question(
        "1 " + entry + " " + index + " " + size + numbers(path.reversed()),
        () ->
            new InclusionProof(index, size, path)
                .root(SUMS, SUMS.leaf(Sums.entry(entry)))
                .map(List::of));
  }

  private static Question consistency(int older, int newer, List<Hash> path) {
    var root = TREE.root(older);
    return new Question(
        "2 " + older + " " + newer + numbers(List.of(root)) + numbers(path.reversed()),
        () ->
            new ConsistencyProof(older, newer, path)
                .roots(SUMS, root)
                .map(both -> List.of(both.older(), both.newer())));
  }

  private static String numbers(List<Hash> hashes) {
    var numbers = new StringBuilder();
    for (Hash hash : hashes) {
      for (byte b : hash.bytes()) {
        numbers.append(' ').append(b & 0xff);
      }
    }
    return numbers.toString();
  }

  private static String text(Optional<List<Hash>> said) {
    return said.map(hashes -> numbers(hashes).strip()).orElse("none");
  }

  private static List<String> answeredByLean(List<String> questions) throws Exception {
    var folder = Files.createTempDirectory("merkle");
    var source = Files.write(folder.resolve("questions.txt"), questions);
    var target = folder.resolve("answers.txt");
    var output = folder.resolve("output.txt");
    var process =
        new ProcessBuilder(
                ROOT.resolve("proofs/merkle").toString(), source.toString(), target.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> "Lean: " + contentOf(output));
    return Files.readAllLines(target);
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "no output";
    }
  }
}
