package dev.countersign.kernel;

/**
 * What an operator sets for a mailbox, besides its mode. Any numbers can be asked for; a mailbox
 * never gets ones out of range.
 *
 * @param requiredApprovals how many different people must approve, 1 to 3
 * @param riskThreshold a known risk above it is blocked; thousandths, 0 to 1000
 * @param approvalLifetime how long a message waits for its approvals, in milliseconds
 * @param maxAttempts deliveries tried before a message is given up, at least 1
 */
public record Policy(
    int requiredApprovals,
    int riskThreshold,
    boolean riskChecks,
    long approvalLifetime,
    boolean scheduling,
    int maxAttempts) {}
