package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.host.mail.Rfc5322;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL as a verifier that shares no code with the signer. */
class OpensslTest {
  private static final KeyOwner TENANT = new KeyOwner.Tenant(SignedMail.AGENT.tenantId());

  @TempDir Path folder;

  @BeforeEach
  void openssl_is_installed() {
    assumeTrue(isInstalled(), "openssl is not installed: its verdict is left out");
  }

  @Test
  void the_tenants_signature_verifies_with_openssl_and_a_changed_text_does_not() throws Exception {
    SigningKeys keys = SignedMail.keys(folder);
    Optional<IdentityClaim> claim = Optional.of(Claims.example());
    MimeMessage message = SignedMail.mail(SignedMail.draft(), claim, keys).message();
    String hex = message.getHeader(IdentityHeaders.SIGNATURE)[0];
    Path signature = Files.write(folder.resolve("signature.der"), HexFormat.of().parseHex(hex));
    Path key = pem(keys.current(TENANT).jwk());
    byte[] text = SignedString.of(Rfc5322.bytes(message));
    assertEquals("Verified OK", verdict(key, signature, text));
    text[text.length / 2] ^= 1;
    assertEquals("Verification failure", verdict(key, signature, text));
  }

  @Test
  void openssl_reads_the_key_store() throws Exception {
    SignedMail.keys(folder);
    String store = folder.resolve("keys/signing.p12").toString();
    String shown =
        output(List.of("openssl", "pkcs12", "-in", store, "-passin", "pass:secret", "-nokeys"));
    assertEquals(1, shown.split("BEGIN CERTIFICATE", -1).length - 1, shown);
  }

  private String verdict(Path key, Path signature, byte[] text) throws Exception {
    Path signed = Files.write(folder.resolve("signed.txt"), text);
    String output =
        output(
            List.of(
                "openssl",
                "dgst",
                "-sha256",
                "-verify",
                key.toString(),
                "-signature",
                signature.toString(),
                signed.toString()));
    return output.lines().findFirst().orElse("");
  }

  private Path pem(PublicJwk jwk) throws IOException {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(jwk.key().getEncoded());
    return Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private static boolean isInstalled() {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openssl")));
  }
}
