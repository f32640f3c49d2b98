package dev.countersign.host.api.json;

import dev.countersign.host.desk.SendRequest;
import dev.countersign.host.mail.Answered;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.StringOrList;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a message. Whom it goes to and what it is called follow from that message.
 *
 * @param cc more people than the message names; {@code bcc} likewise
 * @param scheduledAt another name for {@code send_at}
 */
@Schema(
    requiredProperties = {"markdown"},
    example = "{\"markdown\": \"Thank you, **Tuesday** is fine.\"}")
public record ReplyBody(
    @Nullable StringOrList cc,
    @Nullable StringOrList bcc,
    @Nullable String textBody,
    @Nullable String markdown,
    @Nullable List<AttachmentBody> attachments,
    @Nullable String idempotencyKey,
    @Nullable String sendAt,
    @Nullable String scheduledAt,
    @Nullable String gateTiming) {
  // Less of a message than this says nothing.
  private static final int SHORTEST_HISTORY = 200;

  /**
   * What the desk is asked.
   *
   * @param sender the mailbox's own address and name
   * @param quoted whether the message stands below the answer
   * @throws Problem naming the first field that cannot be used
   */
  public SendRequest request(
      EmailAddress sender, Answered answered, boolean quoted, Limits limits) {
    if (answered.to().isEmpty()) {
      throw Fields.invalid("email_id", "This message names nobody whom an answer could go to.");
    }
    var history = quoted ? history(answered, limits) : "";
    return new SendBody(
            null,
            texts(answered.to(), null),
            texts(answered.cc(), cc),
            bcc,
            answered.subject(),
            above(history, textBody),
            above(history, markdown),
            attachments,
            idempotencyKey,
            sendAt,
            scheduledAt,
            gateTiming)
        .request(sender, answered.threading(), limits);
  }

  /** As much as there is room for: a long answer is not refused for what it quotes. */
  private String history(Answered answered, Limits limits) {
    long room =
        limits.value(Limit.BODY_CHARACTERS) - BodyText.bytes(BodyText.required(markdown, textBody));
    long most = Math.min(room - 2, limits.value(Limit.QUOTED_HISTORY_BYTES));
    return most < SHORTEST_HISTORY ? "" : answered.quotation(Math.toIntExact(most));
  }

  private static @Nullable String above(String history, @Nullable String text) {
    return text == null || history.isEmpty() ? text : text.stripTrailing() + "\n\n" + history;
  }

  private static StringOrList texts(List<EmailAddress> own, @Nullable StringOrList given) {
    List<String> all = new ArrayList<>(own.stream().map(EmailAddress::toString).toList());
    if (given != null) {
      all.addAll(given.values());
    }
    return new StringOrList(all);
  }
}
