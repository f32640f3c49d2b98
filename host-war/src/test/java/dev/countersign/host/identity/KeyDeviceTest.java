package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.host.identity.IdentityVerification.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keys in a PKCS#11 module: Debian's {@code softhsm2}, which is one in software. Its library reads
 * {@code SOFTHSM2_CONF} from the environment, which the build sets.
 */
class KeyDeviceTest {
  private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String PIN = "1234";

  @TempDir Path folder;

  @Test
  void a_module_makes_keys_that_never_leave_it_and_signs_with_them() throws Exception {
    KeyDevice device = module();
    SigningKeys keys = at(device, Instant.EPOCH);
    var mail = SignedMail.bytes(SignedMail.draft(), Optional.of(Claims.example()), keys);
    assertInstanceOf(Verified.class, IdentityVerification.verify(mail, PublishedKeys.in(folder)));
    var tenant = new KeyOwner.Tenant(SignedMail.AGENT.tenantId());
    PrivateKey key = device.key(device.load(), tenant.alias() + ".1");
    assertEquals(null, key.getEncoded());
    assertFalse(Files.exists(folder.resolve("keys")));
    at(device, Claims.example().iat().plusSeconds(1)).rotate(tenant);
    assertEquals(2, keys.keys(tenant).keys().size());
    assertInstanceOf(Verified.class, IdentityVerification.verify(mail, PublishedKeys.in(folder)));
  }

  @Test
  void a_provider_that_is_not_there_is_named_in_the_refusal() {
    var refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new KeyDevice("PKCS11", "NoSuch", "", PIN));
    assertEquals(
        "There is no provider NoSuch; check COUNTERSIGN_KEYSTORE_PROVIDER.", refusal.getMessage());
  }

  private SigningKeys at(KeyDevice device, Instant now) {
    return new SigningKeys(device, PublishedKeys.in(folder), Clock.fixed(now, ZoneOffset.UTC));
  }

  private KeyDevice module() throws IOException, InterruptedException {
    String settings = System.getenv("SOFTHSM2_CONF");
    assumeTrue(
        settings != null && Files.exists(LIBRARY), "softhsm2 is not installed: it is left out");
    Path tokens = Files.createDirectories(folder.resolve("tokens"));
    Files.writeString(
        Path.of(settings), "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    var init =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "test",
                "--pin",
                PIN,
                "--so-pin",
                PIN)
            .redirectErrorStream(true)
            .start();
    init.getInputStream().readAllBytes();
    assertEquals(0, init.waitFor());
    Path configuration =
        Files.writeString(
            folder.resolve("pkcs11.cfg"),
            "name = SoftHsm\nlibrary = " + LIBRARY + "\nslotListIndex = 0\n");
    return new KeyDevice("PKCS11", "SunPKCS11", configuration.toString(), PIN);
  }
}
