package dev.countersign.conformance.audit;

import dev.countersign.audit.Rule;
import dev.countersign.audit.log.PublishedTiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A log in order that shows others something else: hashes, or what witnesses have signed. */
final class Showings {
  private static final int HASH_BYTES = 32;
  private static final long SECONDS = World.BEGIN / 1000;
  private static final WitnessSigner NEAR = new WitnessSigner("witness.example/near");
  private static final WitnessSigner SLOW = new WitnessSigner("witness.example/slow");
  private static final WitnessSigner IDLE = new WitnessSigner("witness.example/idle");
  private static final Held WITNESSED =
      Held.KEYS.asking(List.of(NEAR.key(), SLOW.key(), IDLE.key()));

  private final List<Tampered> made = new ArrayList<>();

  static List<Tampered> all() {
    var showings = new Showings();
    showings.tiles();
    showings.cosignatures();
    return showings.made;
  }

  /** {@return more entries than two tiles hold, so that there is a second level} */
  static WrittenLog longLog() {
    var world = new World();
    while (world.sheets.size() < 600) {
      world.hurried(100);
    }
    return world.log();
  }

  private void tiles() {
    var log = longLog();
    var tiles = new Tiles(log.leaves());
    byte[] export = log.export();
    for (int[] tile : new int[][] {{0, 0}, {0, 1}, {0, 2}, {1, 0}}) {
      for (int at : new int[] {0, 1, 40, 63}) {
        wrong(
            "a flipped tile",
            export,
            tiles.spoiled(tile[0], tile[1], hashes -> flipped(hashes, at)));
      }
      wrong("a cut tile", export, tiles.spoiled(tile[0], tile[1], Showings::shorter));
      wrong("a longer tile", export, tiles.spoiled(tile[0], tile[1], Showings::longer));
      wrong("a missing tile", export, tiles.spoiled(tile[0], tile[1], hashes -> Optional.empty()));
    }
    wrong("tiles of another log", export, new Tiles(log.leaves().reversed()));
  }

  private void wrong(String what, byte[] export, PublishedTiles shown) {
    made.add(new Tampered(what, Rule.TILE_DIFFERS, export, Held.KEYS.seeing(shown)));
  }

  private static Optional<byte[]> flipped(byte[] hashes, int at) {
    byte[] flipped = hashes.clone();
    flipped[at % flipped.length] ^= 1;
    return Optional.of(flipped);
  }

  private static Optional<byte[]> shorter(byte[] hashes) {
    return Optional.of(Arrays.copyOf(hashes, hashes.length - HASH_BYTES));
  }

  private static Optional<byte[]> longer(byte[] hashes) {
    return Optional.of(Arrays.copyOf(hashes, hashes.length + HASH_BYTES));
  }

  /** One witness has signed all, one the older half, one nothing. */
  static Rotations.Rotated cosigned() {
    var log = plain();
    var newest = NEAR.under(log.checkpoint(), SECONDS);
    var older = SLOW.under(NEAR.under(log.older().getFirst(), SECONDS), SECONDS);
    return new Rotations.Rotated(
        "cosigned", log.withCheckpoints(newest, List.of(older)), WITNESSED);
  }

  private static WrittenLog plain() {
    var world = new World();
    world.delivered();
    return world.log();
  }

  private void cosignatures() {
    var log = plain();
    String note = log.checkpoint();
    String other = log.older().getFirst();
    var sound = NEAR.line(note, SECONDS);
    forged("of another checkpoint", log, note + NEAR.line(other, SECONDS));
    forged("beside one that holds", log, note + sound + NEAR.line(other, SECONDS));
    forged("from the future", log, NEAR.under(note, SECONDS + 500L * 86_400));
    forged("before all time", log, NEAR.under(note, -1));
    forged("beyond all time", log, NEAR.under(note, Long.MAX_VALUE));
    forged("at another time", log, note + sound.replace(sound.substring(40, 50), "AAAAAAAAAA"));
    forged("cut", log, note + LogSigner.line(NEAR.name(), NEAR.id(), new byte[] {1, 2, 3}));
    forged("of nothing", log, note + LogSigner.line(NEAR.name(), NEAR.id(), new byte[72]));
    made.add(
        new Tampered(
            "a cosignature under an older checkpoint",
            Rule.COSIGNATURE_WRONG,
            log.withCheckpoints(note, List.of(other + NEAR.line(note, SECONDS))).export(),
            WITNESSED));
    made.add(
        new Tampered(
            "a cosignature under a kept checkpoint",
            Rule.COSIGNATURE_WRONG,
            log.export(),
            WITNESSED.keeping(other + NEAR.line(note, SECONDS))));
  }

  private void forged(String how, WrittenLog log, String note) {
    made.add(
        new Tampered(
            "a cosignature " + how,
            Rule.COSIGNATURE_WRONG,
            log.withCheckpoints(note, log.older()).export(),
            WITNESSED));
  }
}
