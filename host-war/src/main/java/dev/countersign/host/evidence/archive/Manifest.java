package dev.countersign.host.evidence.archive;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a package has in it, and of whom: the one file that is signed.
 *
 * @param tenant whose package it is
 * @param key thumbprint of the tenant's key that signs it
 * @param files path to SHA-256 in lower-case hexadecimal
 */
public record Manifest(String tenant, Instant madeAt, String key, SortedMap<String, String> files) {
  public static final String FILE = "manifest.json";
  public static final String SIGNATURE = "manifest.json.sig";

  // First in the text: no message's signed text begins like this.
  private static final String VERSION = "countersign_evidence";
  private static final int VERSION_NUMBER = 1;

  public Manifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** Of these files, by path. */
  public static Manifest of(
      String tenant, Instant madeAt, String key, Map<String, byte[]> contents) {
    var files = new TreeMap<String, String>();
    contents.forEach((path, content) -> files.put(path, sha256(content)));
    return new Manifest(tenant, madeAt, key, files);
  }

  /** The bytes that are signed: one line of JSON in UTF-8, members sorted. */
  public byte[] bytes() {
    var listed = Json.createObjectBuilder();
    files.forEach(listed::add);
    return Json.createObjectBuilder()
        .add(VERSION, VERSION_NUMBER)
        .add("files", listed)
        .add("key", key)
        .add("made_at", madeAt.toString())
        .add("tenant", tenant)
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads {@link #bytes}.
   *
   * @throws IOException if it is no manifest that this version knows
   */
  public static Manifest read(byte[] json) throws IOException {
    try (var reader = Json.createReader(new ByteArrayInputStream(json))) {
      var object = reader.readObject();
      if (object.getInt(VERSION, 0) != VERSION_NUMBER) {
        throw new IOException("the manifest is of another version");
      }
      var files = new TreeMap<String, String>();
      object
          .getJsonObject("files")
          .forEach((path, hash) -> files.put(path, ((JsonString) hash).getString()));
      return new Manifest(
          object.getString("tenant"),
          Instant.parse(object.getString("made_at")),
          object.getString("key"),
          files);
    } catch (JsonException | ClassCastException | NullPointerException | DateTimeException e) {
      throw new IOException("the manifest cannot be read", e);
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
