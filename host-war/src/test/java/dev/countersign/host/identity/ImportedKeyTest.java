package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of {@code docs/identity.md} that bring a key and take the keys along, as PEM. */
class ImportedKeyTest {
  private static final KeyOwner SERVICE = new KeyOwner.Service();

  @TempDir Path folder;

  @Test
  void the_documented_lines_export_all_keys_and_import_one_that_a_call_lets_sign()
      throws Exception {
    SigningKeys keys = SignedMail.keys(folder.resolve("data"));
    PublicJwk before = keys.current(SERVICE).jwk();
    String made = "openssl ecparam -name prime256v1 -genkey -noout -out mine.pem\n";
    shell("P=secret\n" + made + documented());
    String kid = imported().kid();
    assertTrue(Files.readString(folder.resolve("keys.pem")).contains("PRIVATE KEY"));
    assertEquals(before, keys.current(SERVICE).jwk());
    assertTrue(keys.rotateTo(SERVICE, kid).isPresent());
    assertEquals(kid, keys.current(SERVICE).jwk().kid());
    assertNotEquals(before, keys.current(SERVICE).jwk());
    assertEquals(Optional.empty(), keys.rotateTo(SERVICE, kid));
    assertEquals(Optional.empty(), keys.rotateTo(new KeyOwner.Tenant("ten_other"), kid));
  }

  private PublicJwk imported() throws Exception {
    try (InputStream in = Files.newInputStream(folder.resolve("mine.crt"))) {
      var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      return PublicJwk.of((ECPublicKey) certificate.getPublicKey());
    }
  }

  private static String documented() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "identity.md"));
    return Arrays.stream(page.split("```", -1))
        .filter(block -> block.startsWith("sh\nopenssl pkcs12"))
        .map(block -> block.substring("sh\n".length()))
        .findFirst()
        .orElseThrow();
  }

  private void shell(String lines) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("sh", "-ec", lines).directory(folder.toFile());
    var tools = Path.of(System.getProperty("java.home"), "bin");
    builder.environment().merge("PATH", tools.toString(), (path, bin) -> bin + ":" + path);
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
