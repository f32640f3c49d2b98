package dev.countersign.host.api.json;

import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.InvalidMailException;
import dev.countersign.host.platform.ErrorCode;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import dev.countersign.host.platform.Problem;
import dev.countersign.host.platform.StringOrList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a message that waits for its time; what is absent stays.
 *
 * @param scheduledAt another name for {@code send_at}
 */
@Schema(example = "{\"send_at\": \"2026-12-01T09:30:00Z\"}")
public record ScheduleBody(
    @Nullable String sendAt,
    @Nullable String scheduledAt,
    @Nullable StringOrList to,
    @Nullable StringOrList cc,
    @Nullable StringOrList bcc,
    @Nullable String subject,
    @Nullable String markdown,
    @Nullable String textBody) {

  /** {@return milliseconds since 1970, where there is to be another time} */
  public Optional<Long> time() {
    return Fields.either("send_at", sendAt, "scheduled_at", scheduledAt)
        .map(text -> Fields.time("send_at", text));
  }

  /** Nothing asked for is a mistake, not a change to what is there. */
  public void check() {
    if (Stream.of(sendAt, scheduledAt, to, cc, bcc, subject, markdown, textBody)
        .allMatch(Objects::isNull)) {
      throw Problem.of(
          ErrorCode.MISSING_FIELD,
          "Nothing to change: give send_at, to, cc, bcc, subject or markdown.");
    }
  }

  /**
   * {@return the draft with what is to change}
   *
   * @throws Problem naming the first field that cannot be used
   */
  public Draft on(Draft draft, Limits limits) {
    try {
      var next =
          new Draft(
              draft.from(),
              addresses("to", to, draft.to()),
              addresses("cc", cc, draft.cc()),
              addresses("bcc", bcc, draft.bcc()),
              subject == null ? draft.subject() : subject(limits),
              markdown == null && textBody == null ? draft.body() : body(limits),
              draft.attachments(),
              draft.threading());
      limits.checkCount(
          Limit.RECIPIENTS_COUNT, "to, cc and bcc together", next.recipients().size());
      return next;
    } catch (InvalidMailException e) {
      throw RefusedDraft.of(e);
    }
  }

  private static List<EmailAddress> addresses(
      String field, @Nullable StringOrList given, List<EmailAddress> now) {
    return given == null ? now : SendBody.addresses(field, given);
  }

  private String subject(Limits limits) {
    String text = Fields.required("subject", subject);
    limits.checkLength(Limit.SUBJECT_CHARACTERS, "subject", text);
    return text;
  }

  private Body body(Limits limits) {
    return BodyText.of(markdown, textBody, limits);
  }
}
