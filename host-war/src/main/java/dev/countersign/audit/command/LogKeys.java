package dev.countersign.audit.command;

import dev.countersign.audit.entries.Unreadable;
import dev.countersign.audit.log.LogKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The log's public keys as they were given: themselves, or files with one on each line. */
final class LogKeys {
  private LogKeys() {}

  static List<LogKey> of(List<String> given) throws IOException {
    List<LogKey> keys = new ArrayList<>();
    for (String one : given) {
      if (one.contains("+") && !Files.exists(Path.of(one))) {
        keys.add(key(one));
      } else {
        keys.addAll(lines(Files.readString(Path.of(one))));
      }
    }
    return keys;
  }

  static List<LogKey> lines(String text) throws IOException {
    List<LogKey> keys = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        keys.add(key(line));
      }
    }
    return keys;
  }

  private static LogKey key(String text) throws IOException {
    try {
      return LogKey.of(text);
    } catch (Unreadable e) {
      throw new IOException(e.getMessage() + ".", e);
    }
  }
}
