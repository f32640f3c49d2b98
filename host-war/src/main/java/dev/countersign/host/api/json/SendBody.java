package dev.countersign.host.api.json;

import dev.countersign.host.desk.SendRequest;
import dev.countersign.host.mail.Attachment;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.InvalidMailException;
import dev.countersign.host.mail.Threading;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.StringOrList;
import dev.countersign.kernel.GateTiming;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent, in either dialect: the seeds' {@code text_body} is plain text, the vendor's
 * {@code markdown} is CommonMark.
 *
 * @param from the sending mailbox's address, where the path does not name the mailbox
 * @param scheduledAt another name for {@code send_at}
 */
@Schema(
    requiredProperties = {"to", "subject"},
    example =
        "{\"from\": \"agent@acme.example\", \"to\": \"bob@example.org\", \"subject\": \"Q1\", \"text_body\": \"Here is the summary.\"}")
public record SendBody(
    @Nullable String from,
    @Nullable StringOrList to,
    @Nullable StringOrList cc,
    @Nullable StringOrList bcc,
    @Nullable String subject,
    @Nullable String textBody,
    @Nullable String markdown,
    @Nullable List<AttachmentBody> attachments,
    @Nullable String idempotencyKey,
    @Nullable String sendAt,
    @Nullable String scheduledAt,
    @Nullable String gateTiming) {

  /**
   * What the desk is asked.
   *
   * @param sender the mailbox's own address and name, whatever {@code from} adds to it
   * @throws Problem naming the first field that cannot be used
   */
  public SendRequest request(EmailAddress sender, Limits limits) {
    return request(sender, Threading.NONE, limits);
  }

  SendRequest request(EmailAddress sender, Threading threading, Limits limits) {
    return new SendRequest(
        draft(sender, threading, limits),
        Fields.either("send_at", sendAt, "scheduled_at", scheduledAt)
            .map(text -> Fields.time("send_at", text))
            .orElse(0L),
        Fields.word("gate_timing", gateTiming, GateTiming::ofWire),
        Fields.line(
            "idempotency_key", idempotencyKey, limits.value(Limit.IDEMPOTENCY_KEY_CHARACTERS)));
  }

  private Draft draft(EmailAddress sender, Threading threading, Limits limits) {
    if (to == null || to.values().isEmpty()) {
      throw Fields.missing("to");
    }
    int recipients = count(to) + count(cc) + count(bcc);
    limits.checkCount(Limit.RECIPIENTS_COUNT, "to, cc and bcc together", recipients);
    try {
      return new Draft(
          sender,
          addresses("to", to),
          addresses("cc", cc),
          addresses("bcc", bcc),
          subject(limits),
          BodyText.of(markdown, textBody, limits),
          attachments(limits),
          threading);
    } catch (InvalidMailException e) {
      throw RefusedDraft.of(e);
    }
  }

  private static int count(@Nullable StringOrList list) {
    return list == null ? 0 : list.values().size();
  }

  static List<EmailAddress> addresses(String field, @Nullable StringOrList given) {
    List<EmailAddress> addresses = new ArrayList<>();
    if (given != null) {
      for (int i = 0; i < given.values().size(); i++) {
        addresses.add(Fields.address(field + "[" + i + "]", given.values().get(i)));
      }
    }
    return addresses;
  }

  private String subject(Limits limits) {
    String text = Fields.required("subject", subject);
    limits.checkLength(Limit.SUBJECT_CHARACTERS, "subject", text);
    return text;
  }

  private List<Attachment> attachments(Limits limits) {
    var given = attachments == null ? List.<AttachmentBody>of() : attachments;
    limits.checkCount(Limit.ATTACHMENTS_COUNT, "attachments", given.size());
    List<Attachment> read = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      read.add(
          Fields.present("attachments[" + i + "]", given.get(i))
              .attachment("attachments[" + i + "]", limits));
    }
    limits.checkAttachmentBytes(
        Limit.ATTACHMENTS_TOTAL_BYTES,
        "attachments",
        read.stream().mapToLong(Attachment::size).sum());
    return read;
  }
}
