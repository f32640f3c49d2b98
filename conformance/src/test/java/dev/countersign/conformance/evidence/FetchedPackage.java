package dev.countersign.conformance.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.conformance.running.Product;
import dev.countersign.host.evidence.archive.EvidenceZip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A package as it came from a server. */
final class FetchedPackage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] bytes;
  private final Map<String, byte[]> files;

  private FetchedPackage(byte[] bytes, Map<String, byte[]> files) {
    this.bytes = bytes;
    this.files = files;
  }

  static FetchedPackage of(Product product) {
    return read(product.admin().download("/v1/evidence"));
  }

  private static FetchedPackage read(byte[] bytes) {
    try {
      return new FetchedPackage(bytes, EvidenceZip.read(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole archive. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** Path to content, in the archive's order. */
  Map<String, byte[]> files() {
    return files;
  }

  String text(String path) {
    byte[] content = files.get(path);
    if (content == null) {
      throw new AssertionError("no " + path + " in " + files.keySet());
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  JsonNode json(String path) {
    try {
      return JSON.readTree(text(path));
    } catch (IOException e) {
      throw new AssertionError(path + " is not JSON", e);
    }
  }

  /** As an auditor's unzip leaves it. */
  Path unpackedTo(Path folder) {
    try {
      for (var file : files.entrySet()) {
        Path place = folder.resolve(file.getKey());
        Files.createDirectories(place.getParent());
        Files.write(place, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }
}
