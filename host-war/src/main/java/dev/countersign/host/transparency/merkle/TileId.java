package dev.countersign.host.transparency.merkle;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tile: up to 256 neighbouring hashes of nodes of the height {@code 8 * level} (C2SP {@code
 * tlog-tiles}).
 *
 * @param level from 0
 * @param index the tile's place in its level, from 0
 */
public record TileId(int level, long index) implements Comparable<TileId> {
  /** How many levels of the tree's nodes lie between two levels of tiles. */
  public static final int HEIGHT = 8;

  /** Hashes in a full tile, entries in a full bundle. */
  public static final int WIDTH = 1 << HEIGHT;

  private static final Comparator<TileId> ORDER =
      Comparator.comparingInt(TileId::level).thenComparingLong(TileId::index);
  private static final int LEVELS = Long.SIZE / HEIGHT;
  private static final Pattern PATH =
      Pattern.compile("((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

  /**
   * What a path asks for.
   *
   * @param width the hashes or entries wanted, 1 to 256
   */
  public record Asked(long index, int width) {}

  /**
   * Reads {@code x001/x234/067} with or without {@code .p/112}.
   *
   * @return empty unless the path is written in its one form
   */
  public static Optional<Asked> asked(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long index = Long.parseLong(parts.group(1).replaceAll("[x/]", ""));
    int width = parts.group(2) == null ? WIDTH : Integer.parseInt(parts.group(2));
    var asked = new Asked(index, width);
    return width <= WIDTH && path(index, width).equals(path)
        ? Optional.of(asked)
        : Optional.empty();
  }

  /** {@return the index in groups of three digits, with the width where it is not full} */
  public static String path(long index, int width) {
    var digits = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      digits.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
    }
    return width == WIDTH ? digits.toString() : digits + ".p/" + width;
  }

  /**
   * {@return how many hashes this tile has in a tree of this size; 0 if the tree has no such tile}
   */
  public int widthIn(long size) {
    if (level < 0 || level >= LEVELS || index < 0) {
      return 0;
    }
    long hashes = size >> (HEIGHT * level);
    long before = index * WIDTH;
    return (int) Math.max(0, Math.min(WIDTH, hashes - before));
  }

  /** Lower levels first. */
  @Override
  public int compareTo(TileId other) {
    return ORDER.compare(this, other);
  }
}
