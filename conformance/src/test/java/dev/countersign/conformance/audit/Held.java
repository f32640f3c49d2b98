package dev.countersign.conformance.audit;

import dev.countersign.audit.entries.Unreadable;
import dev.countersign.audit.log.LogKey;
import dev.countersign.audit.log.PublishedTiles;
import dev.countersign.audit.log.WitnessKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an auditor has beside the export.
 *
 * @param keys the log's, as note verifier keys
 * @param kept checkpoints from earlier audits
 * @param witnesses their keys, as note verifier keys
 * @param tiles what the log publishes
 * @param older the installation is known to be older than its log
 */
record Held(
    List<String> keys,
    List<String> kept,
    List<String> witnesses,
    Optional<PublishedTiles> tiles,
    boolean older) {
  /** The log's true keys and nothing else. */
  static final Held KEYS =
      new Held(
          WrittenLog.LOG.keys(WrittenLog.ORIGIN), List.of(), List.of(), Optional.empty(), false);

  Held keeping(String... checkpoints) {
    return new Held(keys, List.of(checkpoints), witnesses, tiles, older);
  }

  Held knowing(List<String> otherKeys) {
    return new Held(otherKeys, kept, witnesses, tiles, older);
  }

  Held asking(List<String> otherWitnesses) {
    return new Held(keys, kept, otherWitnesses, tiles, older);
  }

  Held seeing(PublishedTiles published) {
    return new Held(keys, kept, witnesses, Optional.of(published), older);
  }

  Held knowingOfBefore() {
    return new Held(keys, kept, witnesses, tiles, true);
  }

  List<LogKey> logKeys() {
    return read(keys, LogKey::of);
  }

  List<WitnessKey> witnessKeys() {
    return read(witnesses, WitnessKey::of);
  }

  /** What makes a key of its text. */
  @FunctionalInterface
  private interface Reader<K> {
    K read(String text) throws Unreadable;
  }

  private static <K> List<K> read(List<String> texts, Reader<K> reader) {
    List<K> keys = new ArrayList<>();
    try {
      for (String text : texts) {
        keys.add(reader.read(text));
      }
    } catch (Unreadable e) {
      throw new IllegalStateException(e);
    }
    return keys;
  }
}
