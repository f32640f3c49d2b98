package dev.countersign.host.transparency.merkle;

import java.util.List;
import java.util.Optional;

/**
 * That a tree grew out of an older one by appending.
 *
 * @param older the older tree's size
 * @param newer the newer tree's size
 * @param path the hashes that lead to both roots, those next to the older tree's edge first
 */
public record ConsistencyProof(long older, long newer, List<Hash> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** What the path says the roots are. */
  public record Roots(Hash older, Hash newer) {}

  /**
   * {@return the two roots that follow if the older one is {@code known} (RFC 9162, section
   * 2.1.4.2); empty if no trees of these sizes have such a proof, or the older one is empty}
   */
  // law: consistency_is_sound
  public Optional<Roots> roots(TreeHasher hasher, Hash known) {
    if (older < 1 || older > newer) {
      return Optional.empty();
    }
    if (older == newer) {
      return path.isEmpty() ? Optional.of(new Roots(known, known)) : Optional.empty();
    }
    boolean whole = Long.bitCount(older) == 1;
    if (path.isEmpty()) {
      return Optional.empty();
    }
    int rest = whole ? 0 : 1;
    // Up to where the older tree's edge leaves that of a whole subtree.
    int up = Long.numberOfTrailingZeros(older);
    Hash start = whole ? known : path.getFirst();
    return climb(
        hasher, (older - 1) >> up, (newer - 1) >> up, start, path.subList(rest, path.size()));
  }

  private static Optional<Roots> climb(
      TreeHasher hasher, long edge, long end, Hash start, List<Hash> rest) {
    long node = edge;
    long last = end;
    Hash before = start;
    Hash after = start;
    for (Hash beside : rest) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((node & 1) == 1 || node == last) {
        before = hasher.node(beside, before);
        after = hasher.node(beside, after);
        while (node != 0 && (node & 1) == 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        after = hasher.node(after, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(new Roots(before, after)) : Optional.empty();
  }

  /** Every tree grew out of the empty one. */
  public boolean proves(TreeHasher hasher, Hash olderRoot, Hash newerRoot) {
    if (older == 0) {
      return newer >= 0 && path.isEmpty() && olderRoot.equals(hasher.empty());
    }
    return roots(hasher, olderRoot).filter(new Roots(olderRoot, newerRoot)::equals).isPresent();
  }
}
