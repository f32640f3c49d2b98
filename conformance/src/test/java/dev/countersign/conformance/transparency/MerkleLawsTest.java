package dev.countersign.conformance.transparency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.transparency.merkle.ConsistencyProof;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.InclusionProof;
import dev.countersign.host.transparency.merkle.TreeHasher;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws about the log's tree, tried on the Java that makes and checks proofs. */
class MerkleLawsTest {
  private static final TreeHasher SHA = TreeHasher.SHA_256;
  private static final int MOST = 70;

  /** Histories of few different entries, so that two of them are often alike in part. */
  @Provide
  Arbitrary<List<Integer>> histories() {
    return Arbitraries.integers().between(0, 2).list().ofMinSize(1).ofMaxSize(MOST);
  }

  private static List<byte[]> entries(List<Integer> history) {
    return history.stream().map(i -> Trees.bytes("entry " + i)).toList();
  }

  @Property(tries = 1000)
  void history_is_tamper_evident(
      @ForAll("histories") List<Integer> one, @ForAll("histories") List<Integer> other) {
    assertEquals(
        one.equals(other), Trees.root(SHA, entries(one)).equals(Trees.root(SHA, entries(other))));
  }

  /** Whatever checks out, the entry is there: proofs are honest ones, and honest ones disturbed. */
  @Property(tries = 2000)
  void inclusion_is_sound(
      @ForAll("histories") List<Integer> history,
      @ForAll @IntRange(max = MOST) int index,
      @ForAll @IntRange(max = MOST) int claimed,
      @ForAll @IntRange(max = 2) int entry,
      @ForAll @IntRange(max = 30) int disturbance) {
    var tree = Trees.over(SHA, entries(history));
    int size = history.size();
    var honest = tree.inclusion(index % size, size);
    assertTrue(honest.proves(SHA, entries(history).get(index % size), tree.root(size)));
    var proof = new InclusionProof(claimed, size, disturbed(honest.path(), disturbance));
    if (proof.proves(SHA, Trees.bytes("entry " + entry), tree.root(size))) {
      assertArrayEquals(Trees.bytes("entry " + entry), entries(history).get(claimed));
    }
  }

  @Property(tries = 2000)
  void consistency_is_sound(
      @ForAll("histories") List<Integer> history,
      @ForAll("histories") List<Integer> other,
      @ForAll @IntRange(max = MOST) int length,
      @ForAll @IntRange(max = 30) int disturbance) {
    int size = history.size();
    int older = 1 + length % size;
    var tree = Trees.over(SHA, entries(history));
    var honest = tree.consistency(older, size);
    assertTrue(honest.proves(SHA, tree.root(older), tree.root(size)));
    // Either the same history, shorter, or another one.
    var before = length % 2 == 0 ? history.subList(0, older) : other;
    var proof = new ConsistencyProof(before.size(), size, disturbed(honest.path(), disturbance));
    if (proof.proves(SHA, Trees.root(SHA, entries(before)), tree.root(size))) {
      assertEquals(before, history.subList(0, before.size()));
    }
  }

  private static List<Hash> disturbed(List<Hash> path, int disturbance) {
    var near = new ArrayList<>(EveryProofTest.near(path));
    near.add(path);
    return disturbance < near.size() ? near.get(disturbance) : path;
  }
}
