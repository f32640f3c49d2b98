package dev.countersign.conformance.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A signed log, ready for export. Written by code of its own: neither the server's nor the
 * auditor's.
 */
record WrittenLog(
    String origin,
    String tenant,
    List<String> leaves,
    List<String> detached,
    List<String> keys,
    List<String> keyChanges,
    String checkpoint,
    List<String> older) {
  static final LogSigner LOG = new LogSigner("log");
  static final String TENANT = "ten_01KA0000000000000000000001";
  static final String ORIGIN = "ledger.example/log/" + TENANT;
  private static final byte[] SALT = new byte[16];

  /** Signs every sheet with its signer's key, introducing each key once, and builds the tree. */
  static WrittenLog of(List<Sheet> sheets) {
    return of(sheets, LOG);
  }

  static WrittenLog of(List<Sheet> sheets, LogSigner log) {
    Set<String> introduced = new HashSet<>();
    List<String> leaves = new ArrayList<>();
    List<String> detached = new ArrayList<>();
    for (Sheet sheet : sheets) {
      var sealed = sheet.copy();
      if (introduced.add(sheet.signer())) {
        introduce(sealed);
      }
      sealed.note().ifPresent(note -> detached.add(detach(sealed, note)));
      leaves.add(leaf(sealed));
    }
    return of(leaves, detached, log);
  }

  /** A log of these very lines. */
  static WrittenLog of(List<String> leaves, List<String> detached, LogSigner log) {
    int half = leaves.size() / 2;
    return new WrittenLog(
        ORIGIN,
        TENANT,
        List.copyOf(leaves),
        List.copyOf(detached),
        log.keys(ORIGIN),
        List.of(),
        log.checkpoint(ORIGIN, leaves.size(), root(leaves)),
        List.of(log.checkpoint(ORIGIN, half, root(leaves.subList(0, half)))));
  }

  private static void introduce(Sheet sheet) {
    if (sheet.entry().containsKey("introduces")) {
      return;
    }
    Map<String, Object> actor = sheet.part("actor");
    boolean named = !"anonymous".equals(actor.get("role"));
    sheet
        .entry()
        .put(
            "introduces",
            new TreeMap<>(
                Map.of(
                    "jwk",
                    Signer.of(sheet.signer()).jwk(),
                    "held_by",
                    "server",
                    "principal",
                    Map.of(
                        "id",
                        named ? Objects.requireNonNull(actor.get("id")) : "server",
                        "role",
                        named ? Objects.requireNonNull(actor.get("role")) : "server"))));
  }

  private static String detach(Sheet sheet, String note) {
    Map<String, Object> payload = Map.of("note", note);
    byte[] hash = Signer.sha256(SALT, Canonical.of(payload).getBytes(StandardCharsets.UTF_8));
    sheet.entry().put("detached", HexFormat.of().formatHex(hash));
    String salt = Base64.getUrlEncoder().withoutPadding().encodeToString(SALT);
    return Canonical.of(
        Map.of("detached", Map.of("entry", sheet.text("id"), "payload", payload, "salt", salt)));
  }

  static String leaf(Sheet sheet) {
    String entry = Canonical.of(sheet.entry());
    var signer = Signer.of(sheet.signer());
    String signature = signer.signBase64Url("countersign-ledger-entry-v1\n" + entry);
    return "{\"entry\":"
        + entry
        + ",\"signature\":{\"key\":\""
        + signer.kid()
        + "\",\"value\":\""
        + signature
        + "\"}}";
  }

  /** The tree hash of RFC 9162, section 2.1.1, as it is defined there. */
  static byte[] root(List<String> leaves) {
    if (leaves.isEmpty()) {
      return Signer.sha256();
    }
    if (leaves.size() == 1) {
      byte[] leaf = leaves.getFirst().getBytes(StandardCharsets.UTF_8);
      return Signer.sha256(new byte[] {0}, leaf);
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return Signer.sha256(
        new byte[] {1}, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  WrittenLog with(List<String> otherLeaves) {
    return new WrittenLog(
        origin, tenant, otherLeaves, detached, keys, keyChanges, checkpoint, older);
  }

  WrittenLog withCheckpoints(String newest, List<String> others) {
    return new WrittenLog(origin, tenant, leaves, detached, keys, keyChanges, newest, others);
  }

  WrittenLog withKeys(List<String> otherKeys, String... changes) {
    return new WrittenLog(
        origin, tenant, leaves, detached, otherKeys, List.of(changes), checkpoint, older);
  }

  byte[] export() {
    Map<String, Object> header = new TreeMap<>();
    header.put("countersign_ledger", 1);
    header.put("origin", origin);
    header.put("tenant", tenant);
    header.put("from", 0);
    header.put("size", leaves.size());
    header.put("keys", keys);
    header.put("key_changes", keyChanges);
    header.put("checkpoint", checkpoint);
    header.put("checkpoints", older);
    var out = new StringBuilder(Canonical.of(header)).append('\n');
    leaves.forEach(leaf -> out.append(leaf).append('\n'));
    detached.forEach(line -> out.append(line).append('\n'));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
