package dev.countersign.host.transparency.merkle;

import java.util.List;
import java.util.Optional;

/**
 * That an entry is in a tree.
 *
 * @param index of the entry, from 0
 * @param size of the tree
 * @param path the hashes beside the way from the entry to the root, the entry's neighbour first
 */
public record InclusionProof(long index, long size, List<Hash> path) {
  public InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * {@return the root that the tree has if the entry with this leaf hash is in it (RFC 9162,
   * section 2.1.3.2); empty if no tree of this size has such a proof}
   */
  // law: inclusion_is_sound
  public Optional<Hash> root(TreeHasher hasher, Hash leaf) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    long node = index;
    long last = size - 1;
    Hash known = leaf;
    for (Hash beside : path) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((node & 1) == 1 || node == last) {
        known = hasher.node(beside, known);
        // A last node without a neighbour moves up unhashed.
        while ((node & 1) == 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        known = hasher.node(known, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(known) : Optional.empty();
  }

  public boolean proves(TreeHasher hasher, byte[] entry, Hash root) {
    return root(hasher, hasher.leaf(entry)).filter(root::equals).isPresent();
  }
}
