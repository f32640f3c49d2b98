package dev.countersign.audit.log;

/** A set of 128-bit values, 16 bytes each: every id of a log fits into memory. */
public final class Seen {
  private static final int FIRST_SLOTS = 1 << 10;

  private long[] slots = new long[2 * FIRST_SLOTS];
  private int size;

  /** {@return whether it is new} */
  public boolean add(long high, long low) {
    if (4 * size > slots.length) {
      grow();
    }
    // An empty slot is 0, so that one value is taken for its neighbour.
    boolean added = put(high, low == 0 ? 1 : low);
    size += added ? 1 : 0;
    return added;
  }

  private boolean put(long high, long low) {
    int mask = slots.length / 2 - 1;
    int at = Long.hashCode((high * 31 + low) * 0x9E3779B97F4A7C15L) & mask;
    while (slots[2 * at + 1] != 0) {
      if (slots[2 * at] == high && slots[2 * at + 1] == low) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[2 * at] = high;
    slots[2 * at + 1] = low;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        put(old[i], old[i + 1]);
      }
    }
  }
}
