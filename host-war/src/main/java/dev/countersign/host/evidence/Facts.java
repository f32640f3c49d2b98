package dev.countersign.host.evidence;

import dev.countersign.host.api.json.ProofStatusJson;
import dev.countersign.host.api.json.RetentionJson;
import dev.countersign.host.identity.JwkSet;
import java.time.Instant;
import java.util.List;

/**
 * All that the index page tells, gathered at one moment in one transaction.
 *
 * @param keys the tenant's, newest first
 */
record Facts(
    String tenant,
    Instant madeAt,
    ProofStatusJson proofs,
    JwkSet keys,
    SigningConfiguration signing,
    LedgerFacts.Ledger ledger,
    RetentionJson retention,
    DomainCoverage.Covered domains,
    List<Component> components,
    List<Duty> duties) {}
