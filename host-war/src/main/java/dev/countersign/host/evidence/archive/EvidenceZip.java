package dev.countersign.host.evidence.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Files in one ZIP archive that has one form: nothing is compressed and no entry has a time of its
 * own, so the same files in the same order are the same bytes, whoever writes them.
 */
public final class EvidenceZip {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private EvidenceZip() {}

  /** Writes the files in the map's order; the stream is finished and stays open. */
  public static void write(Map<String, byte[]> files, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
    for (var file : files.entrySet()) {
      zip.putNextEntry(entry(file.getKey(), file.getValue()));
      zip.write(file.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if these bytes are not exactly what it writes for the files in them
   */
  public static Map<String, byte[]> read(byte[] archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (files.put(entry.getName(), zip.readAllBytes()) != null) {
          throw new IOException("the archive has two files " + entry.getName());
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("the archive has a name that is no text", e);
    }
    var again = new ByteArrayOutputStream(archive.length);
    write(files, again);
    if (!Arrays.equals(again.toByteArray(), archive)) {
      throw new IOException("the archive is not as it was written");
    }
    return files;
  }

  private static ZipEntry entry(String name, byte[] content) {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    var crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    return entry;
  }
}
