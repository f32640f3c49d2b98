package dev.countersign.host.messages;

import dev.countersign.host.mail.Attachment;
import dev.countersign.host.mail.Body;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.mail.EmailAddress;
import dev.countersign.host.mail.MessageId;
import dev.countersign.host.mail.Threading;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A draft in columns, its attachments apart. Lists keep one item a line: no item can hold a line
 * end.
 */
@Embeddable
public class Content {
  private static final String MARKDOWN = "markdown";
  private static final String PLAIN = "plain";

  // A name that can never be anybody's (RFC 2606).
  private static final String NOBODY = "erased@erased.invalid";

  @Column(name = "from_address")
  private String from = "";

  @Column(name = "recipients_to")
  private String to = "";

  @Column(name = "recipients_cc")
  private String cc = "";

  @Column(name = "recipients_bcc")
  private String bcc = "";

  private String subject = "";

  @Column(name = "body_kind")
  private String bodyKind = "";

  private String body = "";

  @Column(name = "in_reply_to")
  private @Nullable String inReplyTo;

  @Column(name = "reference_ids")
  private String references = "";

  protected Content() {}

  Content(Draft draft) {
    from = draft.from().toString();
    to = lines(draft.to());
    cc = lines(draft.cc());
    bcc = lines(draft.bcc());
    subject = draft.subject();
    body = draft.body().text();
    bodyKind =
        switch (draft.body()) {
          case Body.Markdown ignored -> MARKDOWN;
          case Body.PlainText ignored -> PLAIN;
        };
    inReplyTo = draft.threading().inReplyTo().map(MessageId::value).orElse(null);
    references = lines(draft.threading().references());
  }

  /** Nothing of the draft stays; in its place is a sentence that says so. */
  void erase(String sentence) {
    from = NOBODY;
    to = NOBODY;
    cc = "";
    bcc = "";
    subject = sentence;
    body = sentence;
    bodyKind = PLAIN;
    inReplyTo = null;
    references = "";
  }

  Draft draft(List<Attachment> attachments) {
    var threading =
        new Threading(
            Optional.ofNullable(inReplyTo).map(MessageId::new),
            split(references).map(MessageId::new).toList());
    return new Draft(
        EmailAddress.parse(from),
        addresses(to),
        addresses(cc),
        addresses(bcc),
        subject,
        bodyKind.equals(MARKDOWN) ? new Body.Markdown(body) : new Body.PlainText(body),
        attachments,
        threading);
  }

  private static String lines(List<?> items) {
    return items.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  private static Stream<String> split(String lines) {
    return lines.lines();
  }

  private static List<EmailAddress> addresses(String lines) {
    return split(lines).map(EmailAddress::parse).toList();
  }
}
