package dev.countersign.host.transparency.merkle;

/** The nodes of a tree over which no entry is missing, wherever they are kept. */
@FunctionalInterface
public interface Nodes {
  /**
   * {@return the hash over the {@code 2^height} entries from {@code index * 2^height} on}
   *
   * @param height 0 for the entries themselves
   */
  Hash at(int height, long index);
}
