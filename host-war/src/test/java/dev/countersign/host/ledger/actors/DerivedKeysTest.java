package dev.countersign.host.ledger.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.identity.KeyStoreFile;
import dev.countersign.host.ids.LedgerEntryId;
import dev.countersign.host.ledger.Actor;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedKeysTest {
  private static final Actor ANN = new Actor("ten_1", "person", "person_1", 7L, "key_1", "req");
  private static final Actor CLOCK = new Actor("ten_1", "clock", "clock", 0L, null, "job");
  private static final Actor ELSEWHERE = new Actor("ten_2", "clock", "clock", 0L, null, "job");

  @TempDir Path data;
  private final Map<Object, Object> stored = new HashMap<>();

  @SuppressWarnings("UnnecessaryAssignment") // There is no container here.
  private DerivedKeys keys(Path folder, int generation) {
    var keys = new DerivedKeys();
    keys.rows = rows();
    keys.secret = new LedgerSecret(KeyStoreFile.in(folder, "ledger", Optional.empty()), generation);
    keys.secret.begin(ofGeneration -> false);
    return keys;
  }

  /** Rows in memory; no more than the keys ask for. */
  private EntityManager rows() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (self, method, args) ->
                switch (method.getName()) {
                  case "find" -> stored.get(args[1]);
                  case "persist" -> stored.put(((ActorKeyRow) args[0]).place(), args[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static ActorKey asked(DerivedKeys keys, Actor actor) {
    return keys.of(actor, LedgerEntryId.mint());
  }

  private static boolean verifies(String x, String text, byte[] signature)
      throws GeneralSecurityException {
    var spki = "302a300506032b6570032100" + HexFormat.of().formatHex(decoded(x));
    var key = new X509EncodedKeySpec(HexFormat.of().parseHex(spki));
    var verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(key));
    verifier.update(text.getBytes(StandardCharsets.UTF_8));
    return verifier.verify(signature);
  }

  private static byte[] decoded(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  @Test
  void a_key_is_introduced_once_and_signs_for_its_principal_alone() throws Exception {
    var keys = keys(data, 1);
    var first = asked(keys, ANN);
    var introduced = first.introduction().orElseThrow();
    assertEquals(introduced.jwk().kid(), first.kid());
    assertTrue(asked(keys, ANN).introduction().isEmpty());
    assertTrue(
        verifies(
            introduced.jwk().x(), "text", first.sign("text".getBytes(StandardCharsets.UTF_8))));
    assertNotEquals(first.kid(), asked(keys, CLOCK).kid());
    assertNotEquals(asked(keys, CLOCK).kid(), asked(keys, ELSEWHERE).kid());
  }

  @Test
  void the_old_key_of_a_principal_signs_for_the_next_generation() throws Exception {
    var old = asked(keys(data, 1), ANN).introduction().orElseThrow();
    var next = asked(keys(data, 2), ANN);
    var replaced = next.introduction().orElseThrow().replaces().orElseThrow();
    assertEquals(old.jwk().kid(), replaced.kid());
    assertTrue(
        verifies(
            old.jwk().x(),
            "countersign-ledger-key-v1\n" + next.kid(),
            decoded(replaced.signature())));
    var anew = asked(keys(data, 2), CLOCK).introduction().orElseThrow();
    assertTrue(anew.replaces().isEmpty(), "nobody had a key before");
  }

  @Test
  void a_node_with_another_secret_signs_nothing(@TempDir Path other) {
    asked(keys(data, 1), ANN);
    var stranger = keys(other, 1);
    assertThrows(IllegalStateException.class, () -> asked(stranger, ANN));
  }
}
