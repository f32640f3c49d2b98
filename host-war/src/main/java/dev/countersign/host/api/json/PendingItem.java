package dev.countersign.host.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits for a person.
 *
 * @param text what the recipient will read, disclosure line included
 * @param html the same as the HTML part will show it; null when there is no such part
 * @param digest what an approval is given for
 * @param approvals how many there are of {@code requiredApprovals}
 * @param recipientsKnown every recipient is on the mailbox's allowlist, which releases nothing
 * @param knownRecipients those that are
 */
public record PendingItem(
    String id,
    String messageId,
    String mailboxId,
    String mailbox,
    @Nullable String agentId,
    String direction,
    String from,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    String subject,
    String bodyMarkdown,
    String text,
    @Nullable String html,
    List<AttachmentJson> attachments,
    String digest,
    String status,
    String createdAt,
    String receivedAt,
    @Nullable String sendAt,
    @Nullable String deadline,
    int requiredApprovals,
    int approvals,
    String oversightMode,
    DomainIntelligence domainIntelligence,
    boolean recipientsKnown,
    List<String> knownRecipients) {}
