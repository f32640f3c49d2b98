package dev.countersign.host.evidence;

import dev.countersign.host.api.RetentionViews;
import dev.countersign.host.api.json.ProofStatusJson;
import dev.countersign.host.evidence.archive.Manifest;
import dev.countersign.host.identity.DetachedSignature;
import dev.countersign.host.identity.KeyOwner;
import dev.countersign.host.identity.PublicJwk;
import dev.countersign.host.identity.SigningKeys;
import dev.countersign.host.ledger.LedgerSchemas;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Json;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.proofs.KeptReport;
import dev.countersign.host.proofs.RunningProgram;
import dev.countersign.host.signing.SigningKeyRows;
import dev.countersign.host.transparency.PublishedLog;
import dev.countersign.host.transparency.store.LogId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts the evaluation package of a tenant together. Everything in it is read from what runs; the
 * manifest, last but for its signature, has the SHA-256 of every file.
 */
@ApplicationScoped
public class EvidencePackage {
  private static final int DAYS = 90;
  private static final String INDEX = "index.html";
  private static final String SBOM = "build/sbom.cdx.json";

  @Inject ArchiveFiles archive;
  @Inject RunningProgram program;
  @Inject KeptReport kept;
  @Inject SigningKeys signers;
  @Inject SigningKeyRows published;
  @Inject SigningFacts signing;
  @Inject LedgerFacts ledger;
  @Inject PublishedLog log;
  @Inject RetentionViews retention;
  @Inject DomainCoverage domains;
  @Inject Limits limits;
  @Inject InstantSource time;

  /**
   * The files of the package in their order. Inside a transaction.
   *
   * @throws Problem if they are larger together than they may be
   */
  public Map<String, byte[]> of(String tenant) {
    var owner = new KeyOwner.Tenant(tenant);
    var key = signers.current(owner);
    var madeAt = time.instant().truncatedTo(ChronoUnit.SECONDS);
    var facts = facts(tenant, madeAt, key.jwk().kid());
    SortedMap<String, byte[]> parts = new TreeMap<>();
    addProofs(parts, facts.proofs());
    parts.put("signing/configuration.json", Json.pretty(facts.signing()));
    parts.put("signing/countersign-keys.json", bytes(published.all().json()));
    parts.put("signing/" + key.jwk().kid() + ".pem", pem(key.jwk()));
    parts.put("audit/log.json", Json.pretty(facts.ledger()));
    parts.put("audit/ledger-entry-1.json", bytes(LedgerSchemas.entry()));
    parts.put("audit/ledger-actions-1.json", bytes(LedgerSchemas.actions()));
    addLog(parts, tenant);
    parts.put("retention/policy.json", Json.pretty(facts.retention()));
    parts.put("domains/coverage.json", Json.pretty(facts.domains()));
    parts.put("regulation/map.json", Json.pretty(facts.duties()));
    parts.put("docs/ASSUMPTIONS.md", archive.read("/WEB-INF/evidence/ASSUMPTIONS.md"));
    parts.put("docs/limits.md", archive.read("/WEB-INF/evidence/limits.md"));
    parts.put("docs/limits-in-force.json", Json.pretty(inForce()));
    parts.put(SBOM, archive.read("/WEB-INF/evidence/sbom.cdx.json"));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(INDEX, bytes(new IndexPage(facts, parts.keySet()).html()));
    files.putAll(parts);
    var manifest = Manifest.of(tenant, madeAt, key.jwk().kid(), files).bytes();
    files.put(Manifest.FILE, manifest);
    files.put(Manifest.SIGNATURE, DetachedSignature.of(manifest, key));
    checkSize(files);
    return files;
  }

  private Facts facts(String tenant, Instant madeAt, String key) {
    return new Facts(
        tenant,
        madeAt,
        ProofStatusJson.of(program.contents(), kept.read()),
        published.keys(new KeyOwner.Tenant(tenant)),
        signing.of(tenant, key),
        ledger.of(tenant),
        retention.of(tenant),
        domains.of(tenant, madeAt, DAYS),
        Component.of(archive.read("/WEB-INF/evidence/sbom.cdx.json")),
        Duty.of(archive.read("/WEB-INF/classes/evidence/regulation.json")));
  }

  private void addProofs(Map<String, byte[]> parts, ProofStatusJson status) {
    parts.put("proofs/proof-status.json", Json.bytes(status));
    parts.put("proofs/CLAIMS.md", archive.read("/WEB-INF/proofs/CLAIMS.md"));
    for (String file : program.contents().proofs().files().keySet()) {
      parts.put("proofs/" + file, archive.read("/WEB-INF/proofs/" + file));
    }
    if (status.report() != null) {
      parts.put("conformance/report.json", Json.pretty(status.report()));
    }
  }

  /** The log's head and keys; a tenant whose first entries are being sequenced has none yet. */
  private void addLog(Map<String, byte[]> parts, String tenant) {
    parts.put("audit/transparency-log.md", archive.read("/WEB-INF/evidence/transparency-log.md"));
    var id = LogId.parse(tenant).orElseThrow();
    log.checkpoint(id)
        .ifPresent(head -> parts.put("audit/checkpoint.txt", bytes(head.note().toString())));
    var keys = log.keys(id).stream().map(key -> key + "\n").collect(Collectors.joining());
    parts.put("audit/keys.txt", bytes(keys));
  }

  private Map<String, Long> inForce() {
    Map<String, Long> values = new LinkedHashMap<>();
    for (var limit : Limit.values()) {
      values.put(limit.property(), limits.value(limit));
    }
    return values;
  }

  private void checkSize(Map<String, byte[]> files) {
    long size = files.values().stream().mapToLong(file -> file.length).sum();
    if (size > limits.value(Limit.EVIDENCE_BYTES)) {
      throw Problem.of(
          ErrorCode.UNAVAILABLE,
          "The package is larger than "
              + Limit.EVIDENCE_BYTES.property()
              + " allows; raise the limit.");
    }
  }

  private static byte[] pem(PublicJwk key) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.key().getEncoded());
    return bytes("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
