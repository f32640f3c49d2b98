package dev.countersign.host.suppression;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.mail.Draft;
import dev.countersign.host.messages.MessageRow;
import dev.countersign.host.messages.Messages;
import dev.countersign.host.platform.PublicAddress;
import dev.countersign.host.platform.RandomToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The link in a message's header by which its recipient takes themselves off with one click (RFC
 * 2369, RFC 8058). A link speaks for one recipient, so only a message to one has it.
 */
@ApplicationScoped
public class UnsubscribeLinks {
  public static final String HEADER = "List-Unsubscribe";
  public static final String POST_HEADER = "List-Unsubscribe-Post";
  private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

  @PersistenceContext EntityManager rows;
  @Inject PublicAddress server;
  @Inject Messages messages;

  /** {@code https} where the server is reached by that, as RFC 8058 wants it; always; never. */
  @Inject
  @ConfigProperty(name = "countersign.unsubscribe.links", defaultValue = "https")
  String wanted;

  /** Gives a message that is about to be signed its link, where it gets one. */
  public void add(MimeMessage message, MessageRow row, Draft draft, long now) {
    boolean linked = wanted.equals("always") || (wanted.equals("https") && server.https());
    if (!linked || draft.recipients().size() != 1) {
      return;
    }
    var secret = RandomToken.mint();
    rows.persist(new UnsubscribeLinkRow(secret.sha256(), row.id(), now));
    try {
      message.addHeader(HEADER, "<" + server.of("/v1/unsubscribe/" + secret.text()) + ">");
      message.addHeader(POST_HEADER, ONE_CLICK);
    } catch (MessagingException e) {
      throw new IllegalStateException("a composed message takes more headers", e);
    }
  }

  /** Whom a link speaks for: the message, and its recipient's address. */
  public record Recipient(MessageRow message, String address) {}

  /** Empty for a text that is no link's, and once the message is erased. */
  public Optional<Recipient> find(String secret) {
    return Optional.ofNullable(rows.find(UnsubscribeLinkRow.class, RandomToken.sha256(secret)))
        .flatMap(link -> EmailId.parse(link.messageId()))
        .flatMap(messages::find)
        .filter(message -> message.erasedAt() == null)
        .map(
            message ->
                new Recipient(message, message.draft(List.of()).recipients().getFirst().address()));
  }
}
