package dev.countersign.host.ids;

import java.util.Optional;

/**
 * A message's id. One ULID with two spellings: {@code em_…} wherever mail is listed or read, {@code
 * pend_…} in the approver's queue. Both are accepted everywhere.
 */
public record EmailId(String ulid) {
  private static final String MAIL = "em_";
  private static final String PENDING = "pend_";

  public static EmailId mint() {
    return new EmailId(Ulids.mint());
  }

  public static Optional<EmailId> parse(String text) {
    return Ulids.parse(text, MAIL, PENDING).map(EmailId::new);
  }

  public String pending() {
    return PENDING + ulid;
  }

  @Override
  public String toString() {
    return MAIL + ulid;
  }
}
