package dev.countersign.host.api.json;

import dev.countersign.host.mailboxes.MailboxRow;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox.
 *
 * @param isActive 1 or 0
 * @param identitySigning always true: no message leaves unsigned
 * @param mcpConfigured whoever sets up agents is done
 * @param forwardInbound always 0: the server forwards no mail
 * @param webhookUrl always null, {@code oversightWebhookUrl} too: webhooks have a list of their own
 * @param riskThreshold 0 to 1; messages with a known risk above it are blocked
 * @param createdAt milliseconds since the epoch
 * @param note what the caller should know about the call, if anything
 */
public record MailboxJson(
    String id,
    String tenantId,
    String address,
    @Nullable String displayName,
    String oversightMode,
    @Nullable String approverEmail,
    boolean identitySigning,
    boolean aiDisclosure,
    String defaultGateTiming,
    boolean schedulingEnabled,
    int requiredApprovals,
    boolean riskChecks,
    double riskThreshold,
    long approvalLifetimeSeconds,
    boolean suspended,
    int isActive,
    boolean mcpConfigured,
    @Nullable String autoCc,
    @Nullable String autoBcc,
    int forwardInbound,
    @Nullable String signatureBlock,
    @Nullable String webhookUrl,
    @Nullable String oversightWebhookUrl,
    long createdAt,
    @Nullable String note) {
  public static MailboxJson of(MailboxRow row, @Nullable String note) {
    var box = row.mailbox();
    var policy = box.policy();
    return new MailboxJson(
        row.id(),
        row.tenantId(),
        row.address(),
        row.displayName(),
        box.mode().wire(),
        row.approver().address(),
        true,
        row.aiDisclosure(),
        row.gateTiming().wire(),
        policy.scheduling(),
        policy.requiredApprovals(),
        policy.riskChecks(),
        policy.riskThreshold() / 1000.0,
        policy.approvalLifetime() / 1000,
        box.suspended(),
        box.removed() ? 0 : 1,
        row.settings().mcpConfigured(),
        row.settings().autoCc(),
        row.settings().autoBcc(),
        0,
        row.settings().signatureBlock(),
        null,
        null,
        row.createdAt(),
        note);
  }
}
