package dev.countersign.host.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything a person approves when approving a message. {@link #digest()} is the identity of that
 * decision: no field can change afterwards without changing the digest.
 *
 * @param to at most 50, in the order they are shown; likewise cc and bcc; one of the three is not
 *     empty
 * @param bcc recipients that appear in the envelope only
 * @param subject at most 998 characters on one line
 * @param attachments at most 50, together at most 25 MiB
 */
public record Draft(
    EmailAddress from,
    List<EmailAddress> to,
    List<EmailAddress> cc,
    List<EmailAddress> bcc,
    String subject,
    Body body,
    List<Attachment> attachments,
    Threading threading) {
  public static final int RECIPIENTS_PER_FIELD_MAX = 50;
  public static final int SUBJECT_CHARS_MAX = 998;
  public static final int ATTACHMENTS_MAX = 50;
  public static final long ATTACHMENT_BYTES_MAX = 25L * 1024 * 1024;

  public Draft {
    to = recipients("to", to);
    cc = recipients("cc", cc);
    bcc = recipients("bcc", bcc);
    if (to.isEmpty() && cc.isEmpty() && bcc.isEmpty()) {
      throw new InvalidMailException("no_recipients", "A message needs at least one recipient.");
    }
    CleanText.singleLine("The subject", "invalid_subject", subject);
    if (subject.length() > SUBJECT_CHARS_MAX) {
      throw new InvalidMailException(
          "invalid_subject", "The subject is longer than 998 characters.");
    }
    attachments = limited(attachments);
  }

  /** {@return to, cc and bcc together, in this order} */
  public List<EmailAddress> recipients() {
    List<EmailAddress> all = new ArrayList<>(to);
    all.addAll(cc);
    all.addAll(bcc);
    return List.copyOf(all);
  }

  /** {@return 32 bytes: SHA-256 over {@link DraftEncoding}} */
  public byte[] digest() {
    return DraftEncoding.sha256(this);
  }

  private static List<EmailAddress> recipients(String field, List<EmailAddress> addresses) {
    if (addresses.size() > RECIPIENTS_PER_FIELD_MAX) {
      throw new InvalidMailException(
          "too_many_recipients", "The field " + field + " has more than 50 recipients.");
    }
    return List.copyOf(addresses);
  }

  private static List<Attachment> limited(List<Attachment> attachments) {
    if (attachments.size() > ATTACHMENTS_MAX) {
      throw new InvalidMailException(
          "too_many_attachments", "A message must not have more than 50 attachments.");
    }
    if (attachments.stream().mapToLong(Attachment::size).sum() > ATTACHMENT_BYTES_MAX) {
      throw new InvalidMailException(
          "attachments_too_large", "The attachments are together larger than 25 MiB.");
    }
    return List.copyOf(attachments);
  }
}
