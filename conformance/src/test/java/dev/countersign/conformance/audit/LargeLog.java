package dev.countersign.conformance.audit;

import dev.countersign.audit.log.Tree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A log of any size, written without keeping it in memory. */
final class LargeLog {
  private LargeLog() {}

  /** Writes an export of at least so many entries. */
  static long write(Path export, long entries) throws IOException {
    Path body = export.resolveSibling(export.getFileName() + ".body");
    var world = new World();
    var tree = new Tree();
    Set<String> introduced = new HashSet<>();
    try (OutputStream out = Files.newOutputStream(body)) {
      while (tree.size() < entries) {
        world.hurried(100);
        for (Sheet sheet : world.sheets) {
          byte[] leaf = leaf(sheet, introduced).getBytes(StandardCharsets.UTF_8);
          tree.append(Tree.leafHash(leaf));
          out.write(leaf);
          out.write('\n');
        }
        world.forgetSheets();
      }
    }
    Map<String, Object> header = new TreeMap<>();
    header.put("countersign_ledger", 1);
    header.put("origin", WrittenLog.ORIGIN);
    header.put("tenant", WrittenLog.TENANT);
    header.put("from", 0);
    header.put("size", tree.size());
    header.put("keys", WrittenLog.LOG.keys(WrittenLog.ORIGIN));
    header.put(
        "checkpoint", WrittenLog.LOG.checkpoint(WrittenLog.ORIGIN, tree.size(), tree.root()));
    header.put("checkpoints", List.of());
    try (OutputStream out = Files.newOutputStream(export)) {
      out.write((Canonical.of(header) + "\n").getBytes(StandardCharsets.UTF_8));
      Files.copy(body, out);
    }
    Files.delete(body);
    return tree.size();
  }

  private static String leaf(Sheet sheet, Set<String> introduced) {
    return introduced.contains(sheet.signer())
        ? WrittenLog.leaf(sheet)
        : introducing(sheet, introduced);
  }

  private static String introducing(Sheet sheet, Set<String> introduced) {
    introduced.add(sheet.signer());
    return WrittenLog.of(List.of(sheet)).leaves().getFirst();
  }
}
