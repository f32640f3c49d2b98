package dev.countersign.audit.command;

import dev.countersign.audit.entries.Unreadable;
import dev.countersign.audit.log.LogKey;
import dev.countersign.audit.log.WitnessKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Public keys as they were given: themselves, or files with one on each line. */
final class PublicKeys {
  private PublicKeys() {}

  static List<LogKey> ofLog(List<String> given) throws IOException {
    return read(texts(given), LogKey::of);
  }

  /** {@return the log's keys as a server shows them} */
  static List<LogKey> ofLog(String lines) throws IOException {
    return read(keys(lines), LogKey::of);
  }

  static List<WitnessKey> ofWitnesses(List<String> given) throws IOException {
    return read(texts(given), WitnessKey::of);
  }

  private static List<String> texts(List<String> given) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String one : given) {
      if (one.contains("+") && !Files.exists(Path.of(one))) {
        texts.add(one);
      } else {
        texts.addAll(keys(Files.readString(Path.of(one))));
      }
    }
    return texts;
  }

  private static List<String> keys(String lines) {
    return lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** What makes a key of its text. */
  @FunctionalInterface
  private interface Reader<K> {
    K read(String text) throws Unreadable;
  }

  private static <K> List<K> read(List<String> texts, Reader<K> reader) throws IOException {
    List<K> keys = new ArrayList<>();
    for (String text : texts) {
      try {
        keys.add(reader.read(text));
      } catch (Unreadable e) {
        throw new IOException(e.getMessage() + ".", e);
      }
    }
    return keys;
  }
}
