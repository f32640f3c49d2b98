package dev.countersign.host.transparency.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.host.identity.KeyStoreFile;
import dev.countersign.host.transparency.LogKey;
import dev.countersign.host.transparency.merkle.Hash;
import dev.countersign.host.transparency.merkle.TreeHasher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, checkpoints and proof files as texts, by published examples and by keys made here. */
class NotesTest {
  // From the documentation of golang.org/x/mod/sumdb/note.
  private static final String VKEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  // From C2SP's tlog-checkpoint.
  private static final String CHECKPOINT =
      """
      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      """;

  @TempDir Path folder;

  @Test
  void the_published_note_is_read_written_and_verified() {
    var note = SignedNote.parse(NOTE).orElseThrow();
    var key = VerifierKey.parse(VKEY).orElseThrow();
    assertEquals(NOTE, note.toString());
    assertEquals(VKEY, key.toString());
    assertEquals(0xc74f20a3, key.keyId());
    assertTrue(note.signedBy(key));
    assertFalse(new SignedNote("other\n", note.signatures()).signedBy(key));
    assertFalse(new SignedNote(note.text(), List.of()).signedBy(key));
  }

  @Test
  void the_published_checkpoint_is_read_and_written() {
    var note = SignedNote.parse(CHECKPOINT.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    var checkpoint = Checkpoint.of(note).orElseThrow();
    assertEquals("example.com/behind-the-sofa", checkpoint.origin());
    assertEquals(20852163, checkpoint.size());
    assertEquals("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", checkpoint.root().base64());
    assertEquals(note.text(), checkpoint.text());
  }

  /** Of every byte: whatever is changed, nothing is taken for the same note by the same key. */
  @Test
  void a_note_with_any_byte_changed_is_not_what_was_signed() {
    var key = VerifierKey.parse(VKEY).orElseThrow();
    byte[] bytes = NOTE.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = bytes.clone();
        changed[i] ^= (byte) (1 << bit);
        assertFalse(
            SignedNote.parse(changed).filter(note -> note.signedBy(key)).isPresent(),
            "byte " + i + ", bit " + bit);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        // The wrong length and an unknown type, with ids to match; from x/mod's tests.
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a3+AQ==",
        "PeterNeumann+c74f20a3+",
        ""
      })
  void what_is_no_key_is_not_taken_for_one(String text) {
    assertEquals(Optional.empty(), VerifierKey.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\nno signature\n",
        "text\n\n\u2014 name\n",
        "text\n\n\u2014 na+me AAAAAAAA\n",
        "text\n\n\u2014  AAAAAAAA\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 name AAAAAAA\n",
        "text\n\n- name AAAAAAAA\n",
        "text\n\n\u2014 name AAAAAAAA",
        "te\u0001xt\n\n\u2014 name AAAAAAAA\n",
        "text\r\n\n\u2014 name AAAAAAAA\n"
      })
  void what_is_no_note_is_not_taken_for_one(String text) {
    assertEquals(Optional.empty(), SignedNote.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n9999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
        "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nextension\n",
        "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n1\n"
      })
  void what_is_no_checkpoint_is_not_taken_for_one(String text) {
    assertEquals(Optional.empty(), Checkpoint.of(new SignedNote(text, List.of())));
  }

  @Test
  void notes_are_bounded_and_plain() {
    String line = "\u2014 name AAAAAAAA\n";
    assertTrue(SignedNote.parse("text\n\n" + line.repeat(64)).isPresent());
    assertEquals(Optional.empty(), SignedNote.parse("text\n\n" + line.repeat(65)));
    assertEquals(Optional.empty(), SignedNote.parse(new byte[] {(byte) 0xff, '\n', '\n'}));
    assertThrows(IllegalArgumentException.class, () -> new SignedNote("text", List.of()));
  }

  @Test
  void the_logs_key_signs_and_is_found_again() {
    var storage = KeyStoreFile.in(folder, "log", Optional.empty());
    var first = new LogKey(storage, Clock.systemUTC()).signer("log.example/log/a");
    var again = new LogKey(storage, Clock.systemUTC()).signer("log.example/log/a");
    assertEquals(first.key(), again.key());
    var checkpoint = new Checkpoint("log.example/log/a", 0, TreeHasher.SHA_256.empty());
    var note = checkpoint.signedBy(List.of(first));
    assertTrue(note.signedBy(again.key()));
    assertEquals(Optional.of(again.key()), VerifierKey.parse(again.key().toString()));
    var otherName = new LogKey(storage, Clock.systemUTC()).signer("log.example/log/b");
    assertFalse(note.signedBy(otherName.key()));
  }

  @Test
  void a_p256_key_signs_beside_it_with_an_id_of_its_key_alone() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    var key = VerifierKey.of("log", SignatureType.ECDSA, pair.getPublic().getEncoded());
    var signer = new NoteSigner(key, text -> signed("SHA256withECDSA", pair, text));
    var note = new SignedNote("text\n", List.of(signer.sign("text\n")));
    assertTrue(note.signedBy(key));
    assertFalse(new SignedNote("texts\n", note.signatures()).signedBy(key));
    assertEquals(Optional.of(key), VerifierKey.parse(key.toString()));
    // signed-note: this id is of the DER key alone, so it is the same under any name.
    var renamed = VerifierKey.of("other", SignatureType.ECDSA, pair.getPublic().getEncoded());
    assertEquals(key.keyId(), renamed.keyId());
  }

  @Test
  void a_cosignature_is_for_its_time_and_text() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] spki = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(spki, spki.length - 32, spki.length);
    var key = VerifierKey.of("witness", SignatureType.COSIGNATURE, raw);
    byte[] signature = signed("Ed25519", pair, Cosignature.signed(1679315147, "text\n"));
    var value = ByteBuffer.allocate(72).putLong(1679315147).put(signature).array();
    var line = NoteSignature.by(key, value);
    assertTrue(key.verifies("text\n", line));
    assertFalse(key.verifies("texts\n", line));
    value[7] ^= 1;
    assertFalse(key.verifies("text\n", NoteSignature.by(key, value)));
    assertFalse(key.verifies("text\n", NoteSignature.by(key, signature)));
    // The same bytes as a plain signature are none.
    var plain = VerifierKey.of("witness", SignatureType.ED25519, raw);
    assertFalse(plain.verifies("text\n", NoteSignature.by(plain, value)));
  }

  @Test
  void a_proof_file_is_written_as_it_is_read() {
    var note = SignedNote.parse(CHECKPOINT).orElseThrow();
    var hash = TreeHasher.SHA_256.empty();
    for (var path : List.of(List.<Hash>of(), List.of(hash, hash))) {
      var proof = new LogProof(73894, path, note);
      assertEquals(Optional.of(proof), LogProof.parse(proof.toString()));
      assertTrue(proof.toString().startsWith("c2sp.org/tlog-proof@v1\nindex 73894\n"));
    }
    var good = new LogProof(1, List.of(hash), note).toString();
    for (String wrong :
        List.of(
            good.replace("@v1", "@v2"),
            good.replace("index 1", "index 01"),
            good.replace("index 1", "index -1"),
            good.replace("index 1", "1"),
            good.replace(hash.base64(), hash.base64().substring(1)),
            good.replace("\n\nexample", "\nexample"),
            "c2sp.org/tlog-proof@v1\nindex 1\n"
                + (hash.base64() + "\n").repeat(64)
                + "\n"
                + CHECKPOINT,
            "")) {
      assertEquals(Optional.empty(), LogProof.parse(wrong), wrong);
    }
  }

  private static byte[] signed(String algorithm, KeyPair pair, byte[] text) {
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initSign(pair.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
