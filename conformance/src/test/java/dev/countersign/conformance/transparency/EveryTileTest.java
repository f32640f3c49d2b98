package dev.countersign.conformance.transparency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.transparency.merkle.GrowingTiles;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.MerkleTree;
import dev.countersign.host.transparency.merkle.TileId;
import dev.countersign.host.transparency.merkle.TiledNodes;
import dev.countersign.host.transparency.merkle.TreeHasher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Trees that are kept in tiles, around the sizes at which tiles fill up. */
public class EveryTileTest {
  private static final TreeHasher SHA = TreeHasher.SHA_256;
  private static final int[] AROUND = {0, 1, 2, 255, 256, 257, 511, 512, 513, 700};
  private static final int LARGE = 256 * 256 + 300;

  private static byte[] entry(long i) {
    return Trees.bytes("entry " + i);
  }

  private static List<byte[]> entries(int size) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      entries.add(entry(i));
    }
    return entries;
  }

  /** Grows in steps, as the sequencer does, and forgets everything but the tiles in between. */
  private static Map<TileId, byte[]> grown(int... sizes) {
    Map<TileId, byte[]> kept = new HashMap<>();
    long size = 0;
    for (int next : sizes) {
      var tree = new GrowingTiles(SHA, size, tile -> of(kept, tile));
      while (tree.size() < next) {
        tree.append(SHA.leaf(entry(tree.size())));
      }
      size = tree.size();
      var root = tree.root();
      kept.putAll(tree.changed());
      assertEquals(root, over(kept).root(size));
    }
    return kept;
  }

  private static byte[] of(Map<TileId, byte[]> tiles, TileId tile) {
    return Objects.requireNonNull(tiles.get(tile));
  }

  private static MerkleTree over(Map<TileId, byte[]> tiles) {
    return new MerkleTree(SHA, new TiledNodes(SHA, tile -> of(tiles, tile)));
  }

  @Test
  void tiles_give_the_roots_and_proofs_of_the_tree() {
    var tiled = over(grown(AROUND));
    var plain = Trees.over(SHA, entries(700));
    for (int size : AROUND) {
      assertEquals(plain.root(size), tiled.root(size));
      for (int older : AROUND) {
        if (older <= size) {
          assertEquals(plain.consistency(older, size), tiled.consistency(older, size));
        }
      }
      for (int index = 0; index < size; index += 51) {
        assertEquals(plain.inclusion(index, size), tiled.inclusion(index, size));
      }
    }
  }

  @Test
  void steps_of_any_length_leave_the_same_tiles() {
    var once = grown(700);
    var often = grown(AROUND);
    assertEquals(once.keySet(), often.keySet());
    once.forEach((tile, hashes) -> assertArrayEquals(hashes, of(often, tile)));
  }

  @Test
  void a_tree_of_three_levels_of_tiles_is_that_of_the_specification() {
    var tiles = grown(LARGE);
    // tlog-tiles: floor(size / 256^level) hashes in all, the last tile partial.
    assertEquals(257 + 1 + 2 + 1, tiles.size());
    assertEquals(44 * Hash.BYTES, of(tiles, new TileId(0, 257)).length);
    assertEquals(1 * Hash.BYTES, of(tiles, new TileId(1, 1)).length);
    assertEquals(1 * Hash.BYTES, of(tiles, new TileId(2, 0)).length);
    byte[] whole = of(tiles, new TileId(1, 0));
    assertEquals(TileId.WIDTH * Hash.BYTES, whole.length);
    var plain = Trees.over(SHA, entries(LARGE));
    assertEquals(plain.nodes().at(8, 3), Hash.at(whole, 3 * Hash.BYTES));
    assertEquals(plain.root(LARGE), over(tiles).root(LARGE));
    assertTrue(over(tiles).inclusion(65_540, LARGE).proves(SHA, entry(65_540), plain.root(LARGE)));
  }

  @Test
  void widths_are_those_of_the_specification() {
    // The example of tlog-tiles: 273 full tiles and one of 112, one full and one of 17, one of 1.
    assertEquals(256, new TileId(0, 272).widthIn(70_000));
    assertEquals(112, new TileId(0, 273).widthIn(70_000));
    assertEquals(0, new TileId(0, 274).widthIn(70_000));
    assertEquals(256, new TileId(1, 0).widthIn(70_000));
    assertEquals(17, new TileId(1, 1).widthIn(70_000));
    assertEquals(1, new TileId(2, 0).widthIn(70_000));
    assertEquals(0, new TileId(3, 0).widthIn(70_000));
    assertEquals(127, new TileId(7, 0).widthIn(Long.MAX_VALUE));
    assertEquals(0, new TileId(8, 0).widthIn(Long.MAX_VALUE));
    assertEquals(0, new TileId(-1, 0).widthIn(70_000));
    assertEquals(0, new TileId(0, -1).widthIn(70_000));
  }

  @Test
  void paths_have_one_form() {
    assertEquals("x001/x234/067", TileId.path(1_234_067, 256));
    assertEquals("000.p/5", TileId.path(0, 5));
    assertEquals("x001/000", TileId.path(1000, 256));
    for (long index : new long[] {0, 1, 999, 1000, 1001, 999_999, 1_000_000, 1_234_067}) {
      for (int width : new int[] {1, 9, 255, 256}) {
        var asked = new TileId.Asked(index, width);
        assertEquals(Optional.of(asked), TileId.asked(TileId.path(index, width)));
      }
    }
    for (String wrong :
        List.of(
            "0",
            "00",
            "0000",
            "x000/067",
            "x001/67",
            "001/067",
            "x1/067",
            "067.p/0",
            "067.p/256",
            "067.p/257",
            "067.p/01",
            "067.p/1000",
            "067.p/",
            "067/",
            "-01",
            "x001/x067",
            "")) {
      assertEquals(Optional.empty(), TileId.asked(wrong), wrong);
    }
  }

  @Test
  void tiles_are_in_order_of_level_and_index() {
    var tiles =
        new TileId[] {new TileId(1, 0), new TileId(0, 2), new TileId(0, 1), new TileId(2, 0)};
    Arrays.sort(tiles);
    assertEquals(
        List.of(new TileId(0, 1), new TileId(0, 2), new TileId(1, 0), new TileId(2, 0)),
        List.of(tiles));
    assertEquals(0, new TileId(3, 4).compareTo(new TileId(3, 4)));
  }
}
