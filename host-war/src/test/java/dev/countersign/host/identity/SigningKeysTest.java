package dev.countersign.host.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
  private static final KeyOwner SERVICE = new KeyOwner.Service();
  private static final KeyOwner TENANT = new KeyOwner.Tenant("ten_01HDEFGHI");
  private static final byte[] TEXT = "signed".getBytes(StandardCharsets.UTF_8);

  @TempDir Path data;

  @Test
  void a_second_start_finds_the_same_keys() {
    SigningKeys first = open(Optional.empty());
    PublicJwk service = first.current(SERVICE).jwk();
    PublicJwk tenant = first.current(TENANT).jwk();
    SigningKeys second = open(Optional.empty());
    assertEquals(service, second.current(SERVICE).jwk());
    assertEquals(List.of(tenant), jwks(second.keys(TENANT)));
    assertEquals(tenant, second.current(TENANT).jwk());
    assertNotEquals(service, tenant);
  }

  @Test
  void looking_for_a_key_makes_none() {
    SigningKeys keys = open(Optional.empty());
    assertEquals(List.of(), keys.keys(TENANT).keys());
    assertEquals(List.of(), open(Optional.empty()).keys(TENANT).keys());
  }

  @Test
  void only_the_owner_of_the_process_can_read_the_private_files() throws Exception {
    open(Optional.empty()).current(TENANT);
    for (String file : List.of("keys/signing.p12", "keys/keystore.password")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))),
          file);
    }
  }

  @Test
  void a_given_password_is_not_written_down_and_a_wrong_one_is_refused() {
    open(Optional.of("correct horse"));
    assertFalse(Files.exists(data.resolve("keys/keystore.password")));
    assertEquals(1, open(Optional.of("correct horse")).keys(SERVICE).keys().size());
    assertThrows(UncheckedIOException.class, () -> open(Optional.of("wrong")));
    assertThrows(UncheckedIOException.class, () -> open(Optional.empty()));
  }

  @Test
  void threads_and_processes_agree_on_one_key_for_a_new_tenant() throws Exception {
    open(Optional.empty());
    Callable<PublicJwk> make = () -> open(Optional.empty()).current(TENANT).jwk();
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      SigningKeys shared = open(Optional.empty());
      Future<PublicJwk> there = pool.submit(() -> shared.current(TENANT).jwk());
      PublicJwk here = shared.current(TENANT).jwk();
      assertEquals(here, there.get());
      assertEquals(here, make.call());
    }
  }

  @Test
  void the_public_keys_can_be_read_without_the_server() throws Exception {
    SigningKeys keys = open(Optional.empty());
    PublicJwk tenant = keys.current(TENANT).jwk();
    PublishedKeys published = new PublishedKeys(data.resolve("public-keys"));
    assertEquals(keys.keys(SERVICE), published.keys(SERVICE));
    assertEquals(List.of(tenant), jwks(published.keys(TENANT)));
    assertEquals(List.of(), published.keys(new KeyOwner.Tenant("ten_unknown")).keys());
    String files = Files.readString(data.resolve("public-keys/service.json"));
    assertFalse(files.contains("\"d\""), "a private member is published");
  }

  @Test
  void the_jwk_is_one_that_web_crypto_imports_for_verifying() {
    PublicJwk jwk = open(Optional.empty()).current(SERVICE).jwk();
    JsonObject json = Json.createReader(new StringReader(jwk.json())).readObject();
    assertEquals("EC", json.getString("kty"));
    assertEquals("P-256", json.getString("crv"));
    assertEquals("ES256", json.getString("alg"));
    assertEquals("sig", json.getString("use"));
    assertEquals("[\"verify\"]", json.getJsonArray("key_ops").toString());
    assertEquals(jwk.kid(), json.getString("kid"));
    assertEquals(43, json.getString("x").length());
    assertEquals(List.of(jwk), jwks(JwkSet.parse(jwk.json(), SERVICE)));
  }

  // RFC 7638 §3: SHA-256 over the required members only, sorted, without spaces. Key: RFC 7517 A.1.
  @Test
  void the_kid_is_the_rfc_7638_thumbprint() throws Exception {
    PublicJwk jwk =
        new PublicJwk(
            "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
            "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM");
    String members =
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + jwk.x() + "\",\"y\":\"" + jwk.y() + "\"}";
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(members.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(digest), jwk.kid());
  }

  @Test
  void the_jdk_verifies_both_forms_of_a_signature() throws Exception {
    SigningKey key = open(Optional.empty()).current(SERVICE);
    EcdsaSignature signature = key.sign(TEXT);
    assertTrue(jdkVerifies("SHA256withECDSAinP1363Format", key.jwk(), signature.p1363()));
    assertTrue(jdkVerifies("SHA256withECDSA", key.jwk(), signature.der()));
    assertArrayEquals(signature.p1363(), key.sign(TEXT).p1363());
  }

  @Test
  void the_signature_is_that_of_rfc_6979() throws Exception {
    // RFC 6979 A.2.5, P-256 with SHA-256 and the message "sample"; its s is high, ours its
    // negative.
    String x = "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";
    String ux = "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6";
    String uy = "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";
    String r = "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716";
    String s = "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8";
    PublicJwk jwk = PublicJwk.of(P256.publicKey(new BigInteger(ux, 16), new BigInteger(uy, 16)));
    SigningKey key = new SigningKey(privateKey(new BigInteger(x, 16)), jwk);
    EcdsaSignature signature = key.sign("sample".getBytes(StandardCharsets.US_ASCII));
    assertEquals(new BigInteger(r, 16), signature.r());
    assertEquals(P256.ORDER.subtract(new BigInteger(s, 16)), signature.s());
  }

  private static ECPrivateKey privateKey(BigInteger s) throws Exception {
    java.security.AlgorithmParameters curve = java.security.AlgorithmParameters.getInstance("EC");
    curve.init(new java.security.spec.ECGenParameterSpec("secp256r1"));
    return (ECPrivateKey)
        java.security.KeyFactory.getInstance("EC")
            .generatePrivate(
                new java.security.spec.ECPrivateKeySpec(
                    s, curve.getParameterSpec(java.security.spec.ECParameterSpec.class)));
  }

  private static boolean jdkVerifies(String algorithm, PublicJwk jwk, byte[] signature)
      throws Exception {
    Signature verifier = Signature.getInstance(algorithm);
    verifier.initVerify(jwk.key());
    verifier.update(TEXT);
    return verifier.verify(signature);
  }

  private static List<PublicJwk> jwks(JwkSet keys) {
    return keys.keys().stream().map(PublishedKey::jwk).toList();
  }

  private SigningKeys open(Optional<String> password) {
    return SigningKeys.open(data, password, Clock.systemUTC());
  }
}
