package dev.countersign.conformance.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.conformance.running.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** One stored line, taken apart with nothing of the writer's. */
record Leaf(String text, JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PURPOSE = "countersign-ledger-entry-v1\n";
  private static final String SPKI = "302a300506032b6570032100";

  static Leaf of(String text) {
    try {
      return new Leaf(text, JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new AssertionError("a leaf is no JSON: " + text, e);
    }
  }

  /** {@return all that the running server has written, in the order of arrival} */
  static List<Leaf> in(TestDatabase database) {
    List<Leaf> leaves = new ArrayList<>();
    try (var connection = database.connect();
        var rows =
            connection
                .createStatement()
                .executeQuery("SELECT leaf FROM ledger_entries ORDER BY arrival")) {
      while (rows.next()) {
        leaves.add(of(rows.getString(1)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return leaves;
  }

  JsonNode entry() {
    return json.path("entry");
  }

  /** The entry's bytes as they stand in the line. */
  String entryText() {
    return text.substring("{\"entry\":".length(), text.lastIndexOf(",\"signature\":"));
  }

  boolean canonical() {
    try {
      return new JsonCanonicalizer(text).getEncodedString().equals(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  String kid() {
    return json.path("signature").path("key").asText();
  }

  /** Is it signed with the key that this log introduced for whoever acts here? */
  boolean signed(Map<String, String> keys) {
    var x = keys.get(log() + " " + signatory() + " " + kid());
    return x != null && verifies(x);
  }

  /** Adds the key that this entry introduces, by whose it is. */
  void learn(Map<String, String> keys) {
    var introduced = entry().path("introduces");
    if (!introduced.isMissingNode()) {
      var principal = introduced.path("principal");
      var whose = principal.path("role").asText() + " " + principal.path("id").asText();
      keys.put(log() + " " + whose + " " + kid(), introduced.path("jwk").path("x").asText());
    }
  }

  private String log() {
    return entry().path("tenant").asText();
  }

  private String signatory() {
    var actor = entry().path("actor");
    var role = actor.path("role").asText();
    return role.equals("anonymous") ? "server server" : role + " " + actor.path("id").asText();
  }

  private boolean verifies(String x) {
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(publicKey(x));
      verifier.update((PURPOSE + entryText()).getBytes(StandardCharsets.UTF_8));
      return verifier.verify(
          Base64.getUrlDecoder().decode(json.path("signature").path("value").asText()));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static PublicKey publicKey(String x) throws GeneralSecurityException {
    var encoded = SPKI + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(x));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(encoded)));
  }
}
