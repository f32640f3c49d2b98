package dev.countersign.host.api.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole message.
 *
 * @param markdown the text as its author wrote it, whatever its kind; {@code textBody} likewise
 * @param tags what agents keep beside it
 * @param digest SHA-256 of everything that an approval covers
 * @param headers of the message as transmitted; empty before that
 * @param identityHeaders those that say who sent it, with names in lower case
 * @param identityVerified whether their signatures are good; null where there are none
 * @param authentication who vouched for mail that came in; null for mail that goes out
 * @param approvedAt when the last approval of this content was given
 * @param rejectionNote what the person noted who rejected it; null otherwise
 */
public record EmailDetail(
    @JsonUnwrapped EmailSummary summary,
    List<String> cc,
    List<String> bcc,
    String markdown,
    String textBody,
    String bodyFormat,
    List<AttachmentJson> attachments,
    Map<String, String> tags,
    String internetMessageId,
    @Nullable String agentId,
    String digest,
    List<ApprovalJson> approvals,
    @Nullable String approvedAt,
    @Nullable String approvedBy,
    Map<String, String> headers,
    Map<String, String> identityHeaders,
    @Nullable Boolean identityVerified,
    @Nullable AuthenticationJson authentication,
    @Nullable String serverReply,
    @Nullable String rejectionNote) {}
