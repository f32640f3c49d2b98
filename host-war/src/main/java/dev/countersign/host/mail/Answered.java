package dev.countersign.host.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that is to be answered, and what an answer takes over from it.
 *
 * @param id its Message-ID
 * @param own the mailbox that answers has sent it itself
 * @param replyTo where its author wants answers; empty for the author's address
 * @param written when it was sent or came in
 */
public record Answered(
    Draft content, MessageId id, boolean own, List<EmailAddress> replyTo, Instant written) {
  public Answered {
    replyTo = List.copyOf(replyTo);
  }

  /** Its author; for one's own message, whom it went to, since it is not oneself that one asks. */
  public List<EmailAddress> to() {
    if (own) {
      return content.to().isEmpty() ? content.cc() : content.to();
    }
    return replyTo.isEmpty() ? List.of(content.from()) : replyTo;
  }

  public List<EmailAddress> cc() {
    return own && !content.to().isEmpty() ? content.cc() : List.of();
  }

  public String subject() {
    return ReplySubject.of(content.subject());
  }

  /**
   * {@return the conversation so far and this message at its end (RFC 5322 §3.6.4)} Of a long one
   * the first stays, which threads are recognised by, and the latest.
   */
  public Threading threading() {
    List<MessageId> known = new ArrayList<>(before());
    known.removeIf(id::equals);
    int over = known.size() + 1 - Threading.REFERENCES_MAX;
    if (over > 0) {
      known.subList(1, 1 + over).clear();
    }
    known.add(id);
    return new Threading(Optional.of(id), known);
  }

  private List<MessageId> before() {
    var threading = content.threading();
    return threading.references().isEmpty()
        ? threading.inReplyTo().stream().toList()
        : threading.references();
  }

  /** {@return the text to stand below an answer, at most so many bytes of UTF-8} */
  public String quotation(int bytesMax) {
    return Quotation.of(content.from(), written, content.body().text(), bytesMax);
  }
}
