package dev.countersign.host.ledger.actors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.identity.KeyStoreFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerSecretTest {
  @TempDir Path data;

  private LedgerSecret secret(int generation) {
    return new LedgerSecret(KeyStoreFile.in(data, "ledger", Optional.empty()), generation);
  }

  private LedgerSecret begun(int generation) {
    var secret = secret(generation);
    secret.begin(ofGeneration -> false);
    return secret;
  }

  @Test
  void the_same_name_gives_the_same_key_on_every_node_that_has_the_file() {
    var first = begun(1).derive(1, "ten_1/ann").orElseThrow();
    var second = begun(1);
    assertArrayEquals(first, second.derive(1, "ten_1/ann").orElseThrow());
    assertFalse(Arrays.equals(first, second.derive(1, "ten_1/bob").orElseThrow()));
  }

  @Test
  void a_derived_key_is_hkdf_expand() throws Exception {
    var random = begun(1);
    var store = KeyStoreFile.in(data, "ledger", Optional.empty());
    var key = (SecretKeySpec) store.secret(store.load(), "ledger.1");
    var hkdf = new HKDFBytesGenerator(new SHA256Digest());
    var info = "anybody".getBytes(StandardCharsets.UTF_8);
    hkdf.init(HKDFParameters.skipExtractParameters(key.getEncoded(), info));
    byte[] expected = new byte[32];
    hkdf.generateBytes(expected, 0, expected.length);
    assertArrayEquals(expected, random.derive(1, "anybody").orElseThrow());
  }

  @Test
  void a_new_generation_has_another_secret_and_keeps_the_old_one() {
    var old = begun(1).derive(1, "anybody").orElseThrow();
    var next = begun(2);
    assertArrayEquals(old, next.derive(1, "anybody").orElseThrow());
    assertFalse(Arrays.equals(old, next.derive(2, "anybody").orElseThrow()));
    assertTrue(next.derive(3, "anybody").isEmpty());
  }

  @Test
  void a_node_without_the_secret_that_others_sign_with_does_not_make_one() {
    assertThrows(IllegalStateException.class, () -> secret(1).begin(ofGeneration -> true));
    assertTrue(secret(1).derive(1, "anybody").isEmpty());
  }

  @Test
  void generations_are_counted_from_one() {
    assertThrows(IllegalArgumentException.class, () -> secret(0));
  }

  @Test
  void only_the_servers_own_user_reads_the_file() throws IOException {
    begun(1);
    var file = data.resolve("keys").resolve("ledger.p12");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
