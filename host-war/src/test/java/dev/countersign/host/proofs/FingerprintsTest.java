package dev.countersign.host.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {
  @TempDir Path folder;

  @Test
  void it_is_what_sha256sum_says_of_its_own_listing() throws IOException {
    write("a/One.class", "one");
    write("Two.class", "two");
    write("notes.txt", "not a class");
    // (cd folder && find . -name '*.class' -printf '%P\n' | LC_ALL=C sort | xargs sha256sum |
    // sha256sum)
    assertEquals(
        "ce0e88e8591c53d082b6d0dc282773059e217170f56367f5782d167fbe15e834",
        Fingerprints.kernel(folder).value());
  }

  @Test
  void an_archive_and_the_folder_it_unpacks_to_are_the_same() throws IOException {
    write("WEB-INF/web.xml", "<web-app/>");
    write("WEB-INF/proofs/laws.txt", "no_self_approval");
    write("META-INF/MANIFEST.MF", "Built-By: somebody");
    var zip = Files.createTempFile("archive", ".war");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      put(out, "META-INF/MANIFEST.MF", "Built-By: somebody else");
      put(out, "WEB-INF/", "");
      put(out, "WEB-INF/web.xml", "<web-app/>");
      put(out, "WEB-INF/proofs/laws.txt", "no_self_approval");
    }
    assertEquals(Fingerprints.archive(folder).value(), Fingerprints.archive(zip).value());
    Files.delete(zip);
  }

  @Test
  void one_changed_byte_or_one_more_file_is_another_fingerprint() throws IOException {
    Map<String, String> seen = new TreeMap<>();
    write("Countersign.lean", "import Countersign.Thm.A");
    write("Countersign/Thm/A.lean", "theorem a : True := trivial");
    seen.put(Fingerprints.proofs(folder).value(), "as it was");
    write("Countersign/Thm/A.lean", "theorem a : True := trivia1");
    assertEquals(null, seen.put(Fingerprints.proofs(folder).value(), "a changed byte"));
    write("Countersign/Thm/B.lean", "");
    assertEquals(null, seen.put(Fingerprints.proofs(folder).value(), "another file"));
  }

  @Test
  void what_belongs_to_no_proof_does_not_count() throws IOException {
    write("Countersign.lean", "");
    var before = Fingerprints.proofs(folder);
    write("build/report.json", "{}");
    write("planted/sorry/Countersign.lean", "sorry");
    assertEquals(before.value(), Fingerprints.proofs(folder).value());
    assertEquals(Set.of("Countersign.lean"), before.files().keySet());
    assertNotEquals(before.value(), new Fingerprint().value());
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void put(ZipOutputStream zip, String path, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(path));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
