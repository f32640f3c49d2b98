package dev.countersign.host.domains;

/**
 * A tenant's thresholds, in thousandths.
 *
 * @param flagFrom the least score of a domain that is flagged
 * @param blockAbove what new mailboxes begin with; each may have its own
 */
public record RiskStandard(int flagFrom, int blockAbove) {}
