package dev.countersign.host.messages;

import dev.countersign.host.ids.EmailId;
import dev.countersign.host.mailboxes.MailboxRow;
import dev.countersign.host.platform.Limit;
import dev.countersign.host.platform.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The same content from the same mailbox a moment later is a program that repeats itself. One row a
 * content, in the database, so all nodes see it and two at once cannot both be the first.
 */
@ApplicationScoped
public class RecentContent {
  @PersistenceContext EntityManager rows;
  @Inject Messages messages;
  @Inject Limits limits;

  /** {@return the message that was handed in with this content a moment ago} */
  public Optional<MessageRow> find(MailboxRow mailbox, String fingerprint, long now) {
    long window = limits.value(Limit.CONTENT_WINDOW_MS);
    if (window == 0) {
      return Optional.empty();
    }
    var row = rows.find(RecentContentRow.class, sha256(mailbox, fingerprint));
    if (row == null) {
      return Optional.empty();
    }
    if (row.createdAt() + window <= now) {
      // Deleted rather than updated: of two that find it old at once, one meets the other's row.
      rows.remove(row);
      rows.flush();
      return Optional.empty();
    }
    return EmailId.parse(row.messageId()).flatMap(messages::find);
  }

  public void add(MailboxRow mailbox, String fingerprint, MessageRow message) {
    if (limits.value(Limit.CONTENT_WINDOW_MS) > 0) {
      rows.persist(
          new RecentContentRow(sha256(mailbox, fingerprint), message.id(), message.createdAt()));
    }
  }

  private static String sha256(MailboxRow mailbox, String fingerprint) {
    try {
      var text = mailbox.id() + ":" + fingerprint;
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
