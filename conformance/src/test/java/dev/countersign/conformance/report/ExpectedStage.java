package dev.countersign.conformance.report;

import java.util.Arrays;
import java.util.Optional;

/** The stages that a whole run has; one that left nothing is shown as missing. */
enum ExpectedStage {
  LEAN_GATE("lean-gate", "Every theorem checked by Lean, its axioms audited", Kind.PROVED),
  LEAN_PLANTED("lean-planted", "Faults planted in proofs, each refused by the gate", Kind.PROVED),
  KERNEL_PROOFS(
      "kernel-proofs",
      "Every contract of the kernel proved by KeY, overflow an error",
      Kind.PROVED),
  EXHAUSTIVE_AGREEMENT(
      "exhaustive-agreement", "Lean and the kernel agree on every step", Kind.BOUNDED),
  KERNEL_MUTANTS("kernel-mutants", "Mutants of the kernel, killed by its tests", Kind.TESTED),
  SCHEDULES("schedules", "Interleavings and crashes, replayable by seed", Kind.TESTED),
  SEQUENCES_H2("http-sequences-h2", "Sequences of real HTTP calls, on H2", Kind.TESTED),
  SEQUENCES_POSTGRESQL(
      "http-sequences-postgresql", "Sequences of real HTTP calls, on PostgreSQL", Kind.TESTED),
  RACES_H2("http-races-h2", "Calls racing on one message, equal to some order, on H2", Kind.TESTED),
  RACES_POSTGRESQL("http-races-postgresql", "The same on PostgreSQL", Kind.TESTED),
  IDENTITY_MUTATIONS(
      "identity-mutations", "Signed mail changed in every way, each noticed", Kind.TESTED),
  IDENTITY_AGREEMENT(
      "identity-agreement", "Page and server agree on every changed message", Kind.TESTED),
  DMARC_VECTORS(
      "dmarc-vectors", "Zones served over the wire, and the policy RFC 9989 finds", Kind.TESTED),
  DOMAIN_FAILURES(
      "domain-failures",
      "Every source failing in every way, never clean, never listed",
      Kind.TESTED),
  DOMAIN_SEPARATION(
      "domain-separation", "Scores of labelled domains, good told from bad", Kind.TESTED),
  MERKLE_TWIN("merkle-twin", "Lean and the log agree on every root and proof", Kind.BOUNDED),
  MERKLE_MUTANTS("merkle-mutants", "Mutants of the log's arithmetic, killed by tests", Kind.TESTED),
  LOG_SEQUENCERS_H2("log-sequencers-h2", "Sequencers racing and dying, on H2", Kind.TESTED),
  LOG_SEQUENCERS_POSTGRESQL(
      "log-sequencers-postgresql", "Sequencers racing and dying, on PostgreSQL", Kind.TESTED),
  LOG_INDEPENDENT_CLIENT(
      "log-independent-client", "Another project's code verifies the log", Kind.OPTIONAL),
  LOG_BENCHMARK("log-benchmark", "Appends beside plain inserts", Kind.OPTIONAL),
  AUDIT_VALID_LOGS(
      "audit-valid-logs", "Logs of what the kernel did, each accepted by the auditor", Kind.TESTED),
  AUDIT_TAMPERED_LOGS(
      "audit-tampered-logs", "Logs changed or lied in, each found by the auditor", Kind.TESTED),
  API_DESCRIPTION(
      "api-description",
      "The description of the API and the API, operation by operation",
      Kind.TESTED),
  OPERATIONS_AND_SCOPES(
      "operations-and-scopes", "Every operation with every kind of key", Kind.TESTED),
  API_FUZZING("api-fuzzing", "Random calls to every operation, by two tenants", Kind.TESTED),
  MAIL_IN("mail-in", "Mail that comes in by SMTP, LMTP and providers", Kind.TESTED),
  HOSTILE_MAIL("hostile-mail", "Hostile messages, each read or refused within limits", Kind.TESTED),
  POSTFIX_IN_FRONT(
      "postfix-in-front", "Mail through a real Postfix, and its bounce", Kind.OPTIONAL),
  MCP_TOOLS_H2("mcp-tools-h2", "Every MCP tool and every kind of key, on H2", Kind.TESTED),
  MCP_TOOLS_POSTGRESQL("mcp-tools-postgresql", "The same on PostgreSQL", Kind.TESTED),
  MCP_HTTP_H2("mcp-http-h2", "The TypeScript SDK calls every tool, by HTTP", Kind.OPTIONAL),
  MCP_STDIO_H2("mcp-stdio-h2", "The same by the bridge", Kind.OPTIONAL),
  MCP_HTTP_POSTGRESQL("mcp-http-postgresql", "By HTTP to a server on PostgreSQL", Kind.OPTIONAL),
  MCP_STDIO_POSTGRESQL(
      "mcp-stdio-postgresql", "By the bridge to a server on PostgreSQL", Kind.OPTIONAL),
  DNSSEC("dnssec", "Signed and broken zones behind nsd and unbound", Kind.TESTED),
  DOMAIN_PLANTED(
      "domain-planted-faults", "Faults planted in domain intelligence, each noticed", Kind.TESTED),
  DOMAIN_LOOKUPS("domain-lookups", "How long senders wait for domain intelligence", Kind.OPTIONAL),
  STEP_BENCHMARK("step-benchmark", "Time and memory of one decision", Kind.OPTIONAL);

  /** What a passed stage amounts to. */
  enum Kind {
    PROVED("proved"),
    BOUNDED("bounded"),
    TESTED("tested"),
    OPTIONAL("tested");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }
  }

  private final String stage;
  private final String title;
  private final Kind kind;

  ExpectedStage(String stage, String title, Kind kind) {
    this.stage = stage;
    this.title = title;
    this.kind = kind;
  }

  String stage() {
    return stage;
  }

  String title() {
    return title;
  }

  String kind() {
    return kind.wire;
  }

  boolean required() {
    return kind != Kind.OPTIONAL;
  }

  static Optional<ExpectedStage> named(String stage) {
    return Arrays.stream(values()).filter(one -> one.stage.equals(stage)).findFirst();
  }
}
