package dev.countersign.conformance.platform;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.conformance.running.OnProduct;
import dev.countersign.conformance.running.Product;
import dev.countersign.host.platform.Json;
import dev.countersign.host.proofs.Claim;
import dev.countersign.host.proofs.Fingerprints;
import dev.countersign.host.proofs.ProofReport;
import dev.countersign.host.proofs.ProofReport.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server says what it is, and whether that was checked (docs/decisions/0011). */
public interface Accountable extends OnProduct {
  private JsonNode proofStatus() {
    return product().anonymous().get("/v1/proof-status").expecting(200).json();
  }

  @Test
  default void a_running_server_finds_of_itself_what_the_build_finds_of_its_files()
      throws IOException {
    var root = Path.of(System.getProperty("countersign.root"));
    var status = proofStatus();
    var kernel = Fingerprints.kernel(root.resolve("kernel/target/classes")).value();
    var proofs = Fingerprints.proofs(root.resolve("proofs"));
    var claims = Claim.oversight(Files.readString(root.resolve("conformance/CLAIMS.md"))).size();
    var war = Fingerprints.archive(Path.of(System.getProperty("countersign.war"))).value();
    assertAll(
        () -> assertEquals(kernel, status.path("kernel_sha256").asText()),
        () -> assertEquals(proofs.value(), status.path("proofs_sha256").asText()),
        () -> assertEquals(war, status.path("war_sha256").asText()),
        () -> assertEquals(proofs.files().size(), status.path("proof_files").size()),
        () -> assertEquals(claims, status.path("laws").size()));
  }

  @Test
  default void a_server_says_checked_only_with_a_report_of_exactly_itself() throws IOException {
    var file = Product.dataFolder().resolve("proof-report.json");
    assertEquals("not_checked", proofStatus().path("status").asText());
    try {
      var me = proofStatus();
      Files.write(file, Json.bytes(reportOf(me.path("kernel_sha256").asText(), me)));
      var checked = proofStatus();
      assertEquals("checked", checked.path("status").asText());
      assertEquals("2026-01-01T00:00:00Z", checked.path("verified_at").asText());
      Files.write(file, Json.bytes(reportOf("0".repeat(64), me)));
      assertEquals("another_build", proofStatus().path("status").asText());
      Files.writeString(file, "{\"made_at\": ");
      assertEquals("not_checked", proofStatus().path("status").asText());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static ProofReport reportOf(String kernel, JsonNode status) {
    var subject =
        new Subject(
            kernel,
            status.path("proofs_sha256").asText(),
            status.path("war_sha256").asText(),
            null);
    return new ProofReport(
        "2026-01-01T00:00:00Z",
        true,
        1,
        null,
        subject,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  @Test
  default void the_api_description_has_the_proof_status_for_anybody() {
    var api = product().anonymous().get("/v1/openapi.json").expecting(200).json();
    assertTrue(api.path("paths").has("/v1/proof-status"));
  }
}
