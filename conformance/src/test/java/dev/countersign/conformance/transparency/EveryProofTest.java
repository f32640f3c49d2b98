package dev.countersign.conformance.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.transparency.merkle.ConsistencyProof;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.InclusionProof;
import dev.countersign.host.transparency.merkle.MerkleTree;
import dev.countersign.host.transparency.merkle.TreeHasher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every proof over every tree up to a size, and what is close to each. */
public class EveryProofTest {
  private static final int SIZES = 20;
  private static final TreeHasher SHA = TreeHasher.SHA_256;

  private static List<byte[]> entries(int size) {
    return IntStream.range(0, size).mapToObj(i -> Trees.bytes("entry " + i)).toList();
  }

  private static MerkleTree tree(int size) {
    return Trees.over(SHA, entries(size));
  }

  /** The path with one bit changed, a hash less, a hash more, or two in the other order. */
  static List<List<Hash>> near(List<Hash> path) {
    List<List<Hash>> near = new ArrayList<>();
    for (int i = 0; i <= path.size(); i++) {
      var longer = new ArrayList<>(path);
      longer.add(i, SHA.leaf(Trees.bytes("more")));
      near.add(longer);
    }
    for (int i = 0; i < path.size(); i++) {
      var shorter = new ArrayList<>(path);
      shorter.remove(i);
      near.add(shorter);
      var changed = new ArrayList<>(path);
      byte[] bytes = path.get(i).bytes();
      bytes[i % bytes.length] ^= 1;
      changed.set(i, Hash.of(bytes));
      near.add(changed);
      var doubled = new ArrayList<>(path);
      doubled.add(i, path.get(i));
      near.add(doubled);
    }
    for (int i = 1; i < path.size(); i++) {
      var swapped = new ArrayList<>(path);
      swapped.set(i, path.get(i - 1));
      swapped.set(i - 1, path.get(i));
      near.add(swapped);
    }
    return near;
  }

  @Test
  void every_root_is_that_of_the_standard() {
    for (int size = 0; size <= 4 * SIZES; size++) {
      assertEquals(Trees.root(SHA, entries(size)), tree(4 * SIZES).root(size));
    }
  }

  @Test
  void every_entry_is_proved_and_nothing_near_it() {
    for (int size = 1; size <= SIZES; size++) {
      var root = tree(size).root(size);
      for (int index = 0; index < size; index++) {
        var entry = Trees.bytes("entry " + index);
        var proof = tree(SIZES).inclusion(index, size);
        assertTrue(proof.proves(SHA, entry, root));
        assertFalse(proof.proves(SHA, Trees.bytes("entry " + (index + 1)), root));
        assertFalse(proof.proves(SHA, entry, SHA.leaf(root.bytes())));
        for (var path : near(proof.path())) {
          assertFalse(new InclusionProof(index, size, path).proves(SHA, entry, root));
        }
        for (int other = -1; other <= size + 1; other++) {
          boolean same = other == index;
          var moved = new InclusionProof(other, size, proof.path());
          assertEquals(same, moved.proves(SHA, entry, root));
        }
        assertFalse(new InclusionProof(index, index, proof.path()).proves(SHA, entry, root));
      }
    }
  }

  @Test
  void every_growth_is_proved_and_nothing_near_it() {
    for (int newer = 1; newer <= SIZES; newer++) {
      var newRoot = tree(newer).root(newer);
      for (int older = 1; older <= newer; older++) {
        var oldRoot = tree(older).root(older);
        var proof = tree(SIZES).consistency(older, newer);
        assertTrue(proof.proves(SHA, oldRoot, newRoot));
        assertEquals(older == newer, proof.proves(SHA, newRoot, oldRoot));
        assertFalse(proof.proves(SHA, SHA.empty(), newRoot));
        assertFalse(proof.proves(SHA, oldRoot, SHA.empty()));
        for (var path : near(proof.path())) {
          assertFalse(new ConsistencyProof(older, newer, path).proves(SHA, oldRoot, newRoot));
        }
        var longer = new ArrayList<>(proof.path());
        longer.add(newRoot);
        assertTrue(new ConsistencyProof(older, newer, longer).roots(SHA, oldRoot).isEmpty());
      }
    }
  }

  /** A proof tells sizes apart only as far as the standard's walk depends on them. */
  @Test
  void a_proof_of_growth_is_for_sizes_with_these_roots_only() {
    for (int newer = 1; newer <= SIZES; newer++) {
      for (int older = 1; older <= newer; older++) {
        for (int other = 0; other <= SIZES; other++) {
          var path = tree(SIZES).consistency(older, newer).path();
          var wrong = new ConsistencyProof(other, newer, path);
          boolean said = wrong.proves(SHA, tree(SIZES).root(other), tree(SIZES).root(newer));
          var honest = other <= newer ? tree(SIZES).consistency(other, newer).path() : null;
          assertEquals(path.equals(honest), said, other + ", not " + older + " of " + newer);
        }
      }
    }
  }

  @Test
  void the_empty_tree_grows_into_every_tree_without_a_path() {
    for (int size = 0; size <= SIZES; size++) {
      var root = tree(size).root(size);
      var proof = tree(SIZES).consistency(0, size);
      assertEquals(List.of(), proof.path());
      assertTrue(proof.proves(SHA, SHA.empty(), root));
      assertFalse(proof.proves(SHA, SHA.leaf(new byte[0]), root));
      var padded = new ConsistencyProof(0, size, List.of(root));
      assertFalse(padded.proves(SHA, SHA.empty(), root));
    }
    assertFalse(new ConsistencyProof(0, -1, List.of()).proves(SHA, SHA.empty(), SHA.empty()));
    assertFalse(new ConsistencyProof(2, 1, List.of()).proves(SHA, SHA.empty(), SHA.empty()));
  }

  @Test
  void sizes_that_no_growth_has_lead_to_no_roots() {
    var hash = SHA.leaf(Trees.bytes("entry 0"));
    var two = List.of(hash, hash);
    assertTrue(new ConsistencyProof(0, 0, List.of()).roots(SHA, hash).isEmpty());
    assertTrue(new ConsistencyProof(-1, -1, List.of()).roots(SHA, hash).isEmpty());
    assertTrue(new ConsistencyProof(3, 2, two).roots(SHA, hash).isEmpty());
    assertTrue(new ConsistencyProof(1, 1, List.of()).roots(SHA, hash).isPresent());
  }

  @Test
  void nothing_is_proved_of_what_is_not_there() {
    var tree = tree(SIZES);
    assertThrows(IndexOutOfBoundsException.class, () -> tree.inclusion(0, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> tree.inclusion(3, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> tree.inclusion(-1, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> tree.consistency(4, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> tree.consistency(-1, 3));
    var shared = SHA.leaf(Trees.bytes("entry 0"));
    assertTrue(new InclusionProof(-1, 3, List.of()).root(SHA, shared).isEmpty());
    assertTrue(new InclusionProof(1, 1, List.of()).root(SHA, shared).isEmpty());
  }

  @Test
  void an_entry_cannot_pass_for_a_node() {
    var left = SHA.leaf(Trees.bytes("a"));
    var right = SHA.leaf(Trees.bytes("b"));
    byte[] both = new byte[2 * Hash.BYTES];
    left.copyTo(both, 0);
    right.copyTo(both, Hash.BYTES);
    assertFalse(SHA.leaf(both).equals(SHA.node(left, right)));
    assertFalse(SHA.node(left, right).equals(SHA.node(right, left)));
  }

  @Test
  void a_hash_has_32_bytes_and_one_text() {
    var hash = SHA.leaf(Trees.bytes("a"));
    assertEquals(hash, Hash.ofBase64(hash.base64()).orElseThrow());
    assertEquals(hash, Hash.of(hash.bytes()));
    assertEquals(hash.hashCode(), Hash.of(hash.bytes()).hashCode());
    assertFalse(hash.equals(SHA.empty()));
    assertFalse(hash.hashCode() == SHA.empty().hashCode());
    assertEquals(hash.base64(), hash.toString());
    assertTrue(Hash.ofBase64(hash.base64().replace("=", "")).isEmpty());
    assertTrue(Hash.ofBase64(hash.base64() + "\n").isEmpty());
    assertTrue(Hash.ofBase64("AAAA").isEmpty());
    assertThrows(IllegalArgumentException.class, () -> Hash.of(new byte[31]));
  }
}
